// Requests to the server's HTTP interface; a problem comes back as a sentence for people.
import { t, type text_key } from "../i18n";

// One mistake in what was sent: "/email", and what to do about it.
export interface wrong_member {
  name: string;
  code: string;
  reason: string;
}

export class api_problem extends Error {
  constructor(readonly status: number, message: string, readonly code = "", readonly wrong: wrong_member[] = []) {
    super(message);
  }
}

const by_status: Record<number, text_key> = {
  401: "problem.signed_out",
  403: "problem.forbidden",
  404: "problem.not_found",
  409: "problem.conflict",
  410: "problem.not_found",
  429: "problem.too_fast",
  503: "problem.busy",
};

async function problem_of(answer: Response): Promise<api_problem> {
  let told: { detail?: string; title?: string; code?: string; invalid_params?: wrong_member[] } = {};
  try {
    if (/json/.test(answer.headers.get("Content-Type") ?? "")) told = await answer.json();
  } catch {
    // Not JSON after all: our own sentence will do.
  }
  const own = t(by_status[answer.status] ?? "problem.unknown");
  return new api_problem(answer.status, told.detail || own, told.code, told.invalid_params);
}

function request<T>(method: string, url: string, body?: unknown, version?: number): Promise<T> {
  const headers: Record<string, string> = {};
  if (body !== undefined || method !== "GET") headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  return send(method, url, headers, body === undefined ? undefined : JSON.stringify(body));
}

async function send<T>(method: string, url: string, headers: Record<string, string>, body?: BodyInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(url, { method, headers: { Accept: "application/json", ...headers }, body });
  } catch {
    throw new api_problem(0, t("problem.offline"));
  }
  if (!answer.ok) throw await problem_of(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

export const api = {
  get: <T>(url: string) => request<T>("GET", url),
  post: <T>(url: string, body: unknown) => request<T>("POST", url, body),
  post_csv: <T>(url: string, bytes: ArrayBuffer) => send<T>("POST", url, { "Content-Type": "text/csv" }, bytes),
  // With the version that was read, where two people may change the same.
  put: <T>(url: string, body: unknown, version?: number) => request<T>("PUT", url, body, version),
  remove: (url: string, version?: number) => request<void>("DELETE", url, undefined, version),
};
