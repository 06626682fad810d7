using LiveBoard.Core.Commands;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Two people changed the same field: neither value is lost, and the second of them chooses.</summary>
/// <param name="Mine">What the viewer wrote.</param>
/// <param name="Theirs">What stands there now.</param>
public sealed record TextClash(string Mine, string Theirs)
{
    /// <summary>Null when the command was done, or refused for another reason.</summary>
    public static TextClash? Of(string mine, CommandResult result) =>
        result.Rejection is { Code: RejectionCode.ChangedMeanwhile } rejection
            ? new TextClash(mine, rejection.Current ?? "")
            : null;
}
