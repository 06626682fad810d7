using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards;

public sealed partial class BoardRuler
{
    private RulerFace _face = null!;

    [Parameter, EditorRequired]
    public BoardSnapshot Board { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardFilter Filter { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string CountWords
    {
        get
        {
            if (!Filter.IsActive)
            {
                return _face.CountWords;
            }

            var now = Time.GetUtcNow().UtcDateTime;
            var matching = Board.Cards.Values.Count(card => Filter.Matches(card, now));
            return BoardTexts.CardsOf.With(matching, Board.Cards.Count);
        }
    }

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        // A card that only changed its words leaves the ruler as it is, unless the words decide whether it is counted.
        var face = RulerFace.Of(parameters.GetValueOrDefault<BoardSnapshot>(nameof(Board))!);
        var filter = parameters.GetValueOrDefault<BoardFilter>(nameof(Filter))!;
        if (face.Equals(_face) && filter.Equals(Filter) && !filter.IsActive)
        {
            return Task.CompletedTask;
        }

        _face = face;
        return base.SetParametersAsync(parameters);
    }
}
