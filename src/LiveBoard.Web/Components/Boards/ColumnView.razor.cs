using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// A column with its tiles. Renders again only when its column or its stamp is another one; the tiles are shared markup,
/// and a long column shows its beginning and grows as it is scrolled, so that what nobody sees costs nothing.
/// </summary>
public sealed partial class ColumnView : IDisposable
{
    /// <summary>Enough to fill a tall screen (1440 px); the rest comes when the end of the column comes near.</summary>
    private const int FirstWindow = 16;

    private const int TileHeight = 84;

    // Made once: what is made in each render of each viewer outlives it.
    private readonly Action _startAdd;
    private readonly Action _startAddAtTop;
    private readonly Action _startRename;
    private readonly Func<MouseEventArgs, Task> _openMenu;

    private ImmutableArray<CardSnapshot> _matching = [];
    private int _shown;
    private int _hidden;
    private string? _moreStyle;
    private int _windowSize = FirstWindow;
    private ComposerPlace? _composer;
    private CardSnapshot? _renamingCard;
    private bool _isRenaming;

    public ColumnView()
    {
        _startAdd = StartAdd;
        _startAddAtTop = StartAddAtTop;
        _startRename = StartRename;
        _openMenu = OpenMenuAsync;
    }

    private enum ComposerPlace
    {
        Top,
        Foot,
    }

    [Parameter, EditorRequired]
    public ColumnSnapshot Column { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    /// <summary>Raised by the page when something else than the column itself wants it painted anew.</summary>
    [Parameter]
    public object? Stamp { get; set; }

    /// <summary>The page's; null where the column stands alone.</summary>
    [Parameter]
    public ColumnHost? Host { get; set; }

    [Inject]
    private TileRenderer Tiles { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string EmptyTitle =>
        Client.Filter.IsActive && !Column.Cards.IsEmpty ? BoardTexts.NoMatch : EmptyColumn.Title;

    private string EmptyWords =>
        Client.Filter.IsActive && !Column.Cards.IsEmpty ? BoardTexts.NoMatchHint : EmptyColumn.Words;

    private (string Title, string Words) EmptyColumn =>
        Column.Stage switch
        {
            ColumnStage.InProgress => (BoardTexts.EmptyInProgress, BoardTexts.EmptyInProgressHint),
            ColumnStage.Done => (BoardTexts.EmptyDone, BoardTexts.EmptyDoneHint),
            _ => (BoardTexts.EmptyNotStarted, BoardTexts.EmptyNotStartedHint),
        };

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var isSame = parameters.IsSame(nameof(Column), Column) && parameters.IsSame(nameof(Stamp), Stamp);
        return isSame ? Task.CompletedTask : base.SetParametersAsync(parameters);
    }

    public void Dispose() => Host?.Remove(this);

    public void ShowMore()
    {
        _windowSize = (_windowSize * 2) + FirstWindow;
        Repaint();
    }

    /// <summary>Does nothing for somebody who only looks: a key may ask for it.</summary>
    public void StartAdd()
    {
        if (!Client.CanEdit)
        {
            return;
        }

        _composer = ComposerPlace.Foot;
        StateHasChanged();
    }

    public void StartRenameCard(Guid cardId)
    {
        _renamingCard = Client.Board.Cards.GetValueOrDefault(cardId);
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Host?.Add(this);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _matching = Client.Filter.IsActive ? Matching() : Column.Cards;
        _shown = Math.Min(_matching.Length, _windowSize);
        if (_hidden != _matching.Length - _shown)
        {
            _hidden = _matching.Length - _shown;
            _moreStyle = string.Create(CultureInfo.InvariantCulture, $"flex:none;height:{_hidden * TileHeight}px");
        }
    }

    private ImmutableArray<CardSnapshot> Matching()
    {
        var now = Time.GetUtcNow().UtcDateTime;
        return [.. Column.Cards.Where(c => Client.Filter.Matches(c, now))];
    }

    private void Repaint()
    {
        OnParametersSet();
        StateHasChanged();
    }

    private CardTouch? FreshTouch(Guid cardId) =>
        Client.Frame.Touches.TryGetValue(cardId, out var touch)
        && touch.ActorId != Client.Actor.PersonId
        && Time.GetUtcNow().UtcDateTime - touch.At < CardTouch.Lifetime
            ? touch
            : null;

    private string TileClass(CardSnapshot card, CardTouch? touch, TileMark? mark)
    {
        var isDone = Column.Stage == ColumnStage.Done || card.IsDueDone;
        var classes = TouchFace.ClassOf(touch, isDone, card.CoverImageId is not null || card.Cover is not null);
        if (Client.Selection.Contains(card.Id))
        {
            classes = $"{classes} picked";
        }

        return mark switch
        {
            { Holder: { } holder } => $"{classes} held p{holder.Color}",
            { Readers.IsEmpty: false } => $"{classes} has-here",
            _ => classes,
        };
    }

    private void StartAddAtTop() => _composer = ComposerPlace.Top;

    private void CloseComposer() => _composer = null;

    private void StartRename() => _isRenaming = Client.CanEdit;

    private Task OpenMenuAsync(MouseEventArgs at) =>
        Host?.OpenMenuAsync(new ColumnMenuRequest(Column, at, _startRename)) ?? Task.CompletedTask;

    private async Task RenameAsync(string? name)
    {
        _isRenaming = false;
        if (name is not null)
        {
            await Client.SendAsync(
                new RenameColumn
                {
                    BoardId = Client.BoardId,
                    ColumnId = Column.Id,
                    Name = name,
                }
            );
        }
    }

    private async Task RenameCardAsync(string? title)
    {
        var renamed = _renamingCard;
        _renamingCard = null;
        if (title is not null && renamed is not null)
        {
            await Client.SendAsync(
                new RenameCard
                {
                    BoardId = Client.BoardId,
                    CardId = renamed.Id,
                    Title = title,
                    ExpectedTitle = renamed.Title,
                }
            );
        }
    }
}

/// <summary>A wish to see a column's menu, and what the column itself does on one of its entries.</summary>
public sealed record ColumnMenuRequest(ColumnSnapshot Column, MouseEventArgs At, Action StartRename);
