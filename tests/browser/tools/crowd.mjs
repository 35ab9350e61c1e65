// People without browsers, so that a room is large enough for secret rounds: they answer when they are told.
import { enter_live, picture_of } from "./live.mjs";

export class crowd {
  async enter(server, names) {
    this.server = server;
    this.people = [];
    for (const name of names) {
      this.people.push(await enter_live(server, server.links.participant, name));
    }
  }
  all_say(step, command_of) {
    return Promise.all(this.people.map((one, place) => one.say(command_of(place), step)));
  }
  check_in() {
    const moods = ["sunny", "fair", "sunny", "rainy"];
    return this.all_say("check_in", (place) => ({ type: "answer", mood: moods[place % 4], word: "x" }));
  }
  async review() {
    const { shared } = await picture_of(this.server, this.people[0]);
    const [first] = Object.keys(shared.steps.review.agreements);
    await this.all_say("review", () => ({ type: "assess", agreement: first, status: "partly" }));
  }
  async vote() {
    const { shared } = await picture_of(this.server, this.people[0]);
    const [first] = Object.keys(shared.steps.vote.choices);
    await this.all_say("vote", () => ({ type: "set_dots", item: first, dots: 2 }));
  }
  check_out() {
    return this.all_say("check_out", (place) => ({
      type: "answer", statements: [4, 3, 5], return_on_time: 4, normal: place + 3,
    }));
  }
  go() {
    for (const one of this.people ?? []) one.close();
  }
}
