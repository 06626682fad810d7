using System.Collections.Frozen;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>How a due date looks wherever it is shown.</summary>
/// <param name="Style">Class beside the chip's own.</param>
/// <param name="Glyph">Name in the sprite.</param>
/// <param name="Words">What the state is called.</param>
internal sealed record DueLook(string Style, string Glyph, Func<string> Words)
{
    private static readonly FrozenDictionary<DueState, DueLook> All = new Dictionary<DueState, DueLook>
    {
        [DueState.Later] = new("", "cal", () => BoardTexts.Due),
        [DueState.Soon] = new("soon", "cal", () => BoardTexts.DueSoon),
        [DueState.Overdue] = new("over", "warn", () => BoardTexts.Overdue),
        [DueState.Done] = new("done", "check", () => BoardTexts.DueDone),
    }.ToFrozenDictionary();

    /// <summary>The look of a state; there is none without a date.</summary>
    public static DueLook Of(DueState state) => All[state];
}
