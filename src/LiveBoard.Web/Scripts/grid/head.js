// The columns' heads: a press opens the menu, a pull on the edge makes a column wider, a pull on the name moves it.

const [narrowest, widest] = [60, 900];

export class Head {
  #root;
  #server;
  #pull = null;

  constructor(root, server) {
    [this.#root, this.#server] = [root, server];
    this.#listen("addEventListener");
  }

  dispose() {
    this.#listen("removeEventListener");
  }

  #listen(how) {
    this.#root[how]("pointerdown", this.#down);
    this.#root[how]("pointermove", this.#move);
    this.#root[how]("pointerup", this.#up);
    this.#root[how]("pointercancel", this.#cancel);
    this.#root[how]("click", this.#click);
    this.#root[how]("contextmenu", this.#context);
  }

  #headAt(event) {
    return document.elementsFromPoint(event.clientX, event.clientY).find((e) => e.matches?.(".ghead > [data-c]"));
  }

  #down = (event) => {
    const head = event.target.closest(".ghead > [data-c]");
    if (!head || event.button !== 0) {
      return;
    }
    const column = Number(head.dataset.c);
    const isGrip = Boolean(event.target.closest("[data-grip]"));
    if (isGrip || event.pointerType === "mouse") {
      this.#pull = { column, isGrip, x: event.clientX, width: head.offsetWidth, moved: false, head };
    }
    if (isGrip) {
      event.preventDefault();
      head.setPointerCapture(event.pointerId);
    }
  };

  #move = (event) => {
    const pull = this.#pull;
    if (!pull || (!pull.moved && Math.abs(event.clientX - pull.x) < 5)) {
      return;
    }
    pull.moved = true;
    if (pull.isGrip) {
      pull.to = Math.round(Math.max(narrowest, Math.min(widest, pull.width + event.clientX - pull.x)));
      this.#root.style.setProperty(`--w${pull.column}`, `${pull.to}px`);
    } else {
      this.#over(this.#headAt(event));
    }
  };

  #up = () => {
    const pull = this.#pull;
    this.#pull = null;
    if (pull?.moved && pull.isGrip) {
      this.#server.call("Resize", pull.column, pull.to);
    } else if (pull?.moved) {
      const over = this.#root.querySelector(".ghead > .over");
      this.#over(null);
      if (over && over !== pull.head) {
        this.#server.call("MoveColumn", pull.column, Number(over.dataset.c));
      }
    }
    // The click that follows belongs to the pull.
    this.#wasPulled = Boolean(pull?.moved);
  };

  #wasPulled = false;

  #cancel = () => {
    this.#pull = null;
    this.#over(null);
  };

  #over(head) {
    this.#root.querySelector(".ghead > .over")?.classList.remove("over");
    head?.classList.add("over");
  }

  #click = (event) => {
    const button = event.target.closest("[data-menu]");
    if (button && !this.#wasPulled) {
      const box = button.getBoundingClientRect();
      this.#server.call("HeadMenu", Number(button.closest("[data-c]").dataset.c), box.left, box.bottom);
    }
    this.#wasPulled = false;
  };

  #context = (event) => {
    const head = event.target.closest(".ghead > [data-c]");
    if (head) {
      event.preventDefault();
      this.#server.call("HeadMenu", Number(head.dataset.c), event.clientX, event.clientY);
    }
  };
}
