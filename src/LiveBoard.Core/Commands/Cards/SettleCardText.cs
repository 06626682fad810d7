using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>
/// Takes what was typed in a card's editors into the card, so that the board hears of it: once when people pause, not with
/// each key.
/// </summary>
public sealed record SettleCardText : CardCommand
{
    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var text = await CardText.ReadAsync(context.Db, card, cancellationToken);
        if (text.Version != card.DescriptionVersion)
        {
            await CardTextEdit.TakeInAsync(context, card, card.Description, text, cancellationToken);
        }

        return null;
    }
}
