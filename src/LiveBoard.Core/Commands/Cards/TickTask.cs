using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>
/// Ticks a task of a list in a card's description (<c>- [ ] like this</c>), or takes the tick away. One character of the text
/// changes, so that it goes together with whatever is being typed there at the moment.
/// </summary>
public sealed record TickTask : CardCommand
{
    /// <summary>Where the sign between the brackets stood in the text as it was read, in UTF-16 units.</summary>
    public required int Offset { get; init; }

    /// <summary>The whole line as it was read; the task is found by it when the text has moved.</summary>
    public required string Line { get; init; }

    /// <summary>True to tick.</summary>
    public required bool IsDone { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var now = await CardText.ReadAsync(context.Db, card, cancellationToken);
        if (FindIn(now.Text) is not { } at)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "task", now.Text);
        }

        var sign = IsDone ? 'x' : ' ';
        var ticked = string.Concat(now.Text.AsSpan(0, at), [sign], now.Text.AsSpan(at + 1));
        await CardTextEdit.ReplaceAsync(context, card, now, ticked, cancellationToken);
        context.Undo = this with
        {
            CommandId = Guid.CreateVersion7(),
            Offset = at,
            Line = PlainText.LineAt(ticked, at)!,
            IsDone = !IsDone,
        };
        return null;
    }

    /// <summary>The sign of the same line that is nearest to where it was; null when there is no such line any more.</summary>
    private int? FindIn(string text)
    {
        var column = Column();
        if (column is null)
        {
            return null;
        }

        int? nearest = null;
        for (var start = 0; start <= text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var isSame = text.AsSpan(start, end - start).SequenceEqual(Line);
            var at = start + column.Value;
            if (isSame && (nearest is null || Math.Abs(at - Offset) < Math.Abs(nearest.Value - Offset)))
            {
                nearest = at;
            }

            start = end + 1;
        }

        return nearest;
    }

    /// <summary>Where the sign stands in the line; null when the line holds no task that is to be changed.</summary>
    private int? Column()
    {
        var wanted = IsDone ? "[ ]" : "[x]";
        var at = Line.IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
        return at < 0 || Line.IndexOf('[', StringComparison.Ordinal) != at ? null : at + 1;
    }
}
