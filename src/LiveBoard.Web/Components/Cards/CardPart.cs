using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

/// <summary>
/// A part of the open card that shows its board, its card and what the viewer may do. It is drawn again when one of them
/// is another, or a minute has passed; people who come, go and type leave it alone.
/// </summary>
public abstract class CardPart : ComponentBase
{
    private Shown? _shown;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var now = new Shown(Client.Board, Card, Client.People, Client.Role, Client.Minute);
        if (now.IsSameAs(_shown))
        {
            return Task.CompletedTask;
        }

        _shown = now;
        return base.SetParametersAsync(ParameterView.Empty);
    }

    private sealed record Shown(
        BoardSnapshot Board,
        CardSnapshot Card,
        IReadOnlyList<PersonSnapshot> People,
        BoardRole Role,
        int Minute
    )
    {
        // By reference: comparing two boards by value would walk over both.
        public bool IsSameAs(Shown? other) =>
            other is not null
            && ReferenceEquals(Board, other.Board)
            && ReferenceEquals(Card, other.Card)
            && ReferenceEquals(People, other.People)
            && Role == other.Role
            && Minute == other.Minute;
    }
}
