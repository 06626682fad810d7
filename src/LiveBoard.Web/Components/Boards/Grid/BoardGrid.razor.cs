using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>
/// A board as a table. Works out its lines from the snapshot that all viewers share and paints those that are in sight;
/// what is selected, edited and copied lives in the browser, which asks for what it needs (<see cref="GridScripts"/>).
/// </summary>
public sealed partial class BoardGrid : IAsyncDisposable
{
    /// <summary>Enough for a tall screen and some way beyond; the browser says what it really shows.</summary>
    private const int FirstLines = 48;

    private const int MostLines = 160;

    private static readonly object NewKey = new();

    private GridView _view = null!;
    private GridFace _face = null!;
    private BoardFilter? _filter;
    private GridMarks _marks = GridMarks.None;
    private GridScripts? _scripts;
    private BoardMenu _menu = null!;
    private string? _bodyStyle;
    private string? _windowStyle;
    private int _first;
    private int _count = FirstLines;
    private int _minute;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    /// <summary>What is shown now: another reference whenever there is something to paint.</summary>
    [Parameter, EditorRequired]
    public LiveBoardFrame Frame { get; set; } = null!;

    [Parameter, EditorRequired]
    public PresenceSnapshot Here { get; set; } = null!;

    /// <summary>True when the page lives.</summary>
    [Parameter]
    public bool IsLive { get; set; }

    /// <summary>Opens a card beside the table.</summary>
    [Parameter]
    public EventCallback<int> OnOpen { get; set; }

    /// <summary>Tells the others in which cell the viewer is.</summary>
    [Parameter]
    public Action<PresentCell?>? OnCell { get; set; }

    [Inject]
    private GridRowRenderer Rows { get; set; } = null!;

    [Inject]
    private CellPeopleReader People { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private TimeZoneInfo Zone { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <summary>The lines, and one more where a new card can be typed.</summary>
    private int LineCount => _view.LineCount + (Client.CanEdit ? 1 : 0);

    private (int First, int End) Window
    {
        get
        {
            var first = Math.Clamp(_first, 0, Math.Max(0, LineCount - 1));
            return (first, Math.Min(LineCount, first + _count));
        }
    }

    private RenderFragment NewCells =>
        builder =>
        {
            for (var i = 0; i < _face.Columns.Length; i++)
            {
                builder.OpenElement(0, "div");
                builder.SetKey(i);
                builder.AddAttribute(1, "class", $"gc{_face.StyleOf(i)}");
                builder.AddAttribute(2, "role", "gridcell");
                builder.AddAttribute(3, "data-c", i);
                builder.CloseElement();
            }
        };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnAddress;
        OnCell?.Invoke(null);
        if (_scripts is { } scripts)
        {
            await scripts.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += OnAddress;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var setup = GridAddress.Read(Navigation);
        if (_view is null || !setup.Equals(_view.Setup) || IsFilteredAnew())
        {
            var now = Time.GetUtcNow().UtcDateTime;
            var filter = _filter = Client.Filter;
            _minute = Client.Minute;
            var isSameGroup = _view?.Setup.Group == setup.Group;
            _view = new GridView(
                Client.Board,
                setup,
                Zone,
                filter.IsActive ? card => filter.Matches(card, now) : static _ => true,
                isSameGroup ? _view?.Closed : null
            );
            _face = new GridFace(_view);
        }
        else
        {
            ShowBoard();
        }

        _marks = _marks.Next(Here, Client.Actor.PersonId);
        LayOut();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (IsLive && _scripts is null)
        {
            _scripts = new GridScripts(this, Js);
            await _scripts.AttachAsync();
        }
    }

    private void ShowBoard()
    {
        var columns = _view.Columns;
        _view.Show(Client.Board);
        if (columns != _view.Columns)
        {
            _face = new GridFace(_view);
        }
    }

    /// <summary>What is due soon depends on the clock; all else on the cards alone.</summary>
    private bool IsFilteredAnew() =>
        !Client.Filter.Equals(_filter) || (Client.Filter.Due != DueFilter.Any && _minute != Client.Minute);

    private void LayOut()
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"height:calc(var(--row-h) * {LineCount})");
        var window = string.Create(CultureInfo.InvariantCulture, $"top:calc(var(--row-h) * {Window.First})");
        // The same reference when it is the same: nothing to compare, nothing to send.
        _bodyStyle = body == _bodyStyle ? _bodyStyle : body;
        _windowStyle = window == _windowStyle ? _windowStyle : window;
    }

    /// <summary>Another order or other columns in the address are no other page, so nobody else says it.</summary>
    private void OnAddress(object? sender, LocationChangedEventArgs change)
    {
        if (GridAddress.IsTable(Navigation))
        {
            _ = InvokeAsync(() =>
            {
                OnParametersSet();
                StateHasChanged();
            });
        }
    }

    private void Apply(GridSetup setup) => GridAddress.Write(Navigation, setup);

    private string? SortOf(CellColumn cell) =>
        _view
            .Setup.Sorts.Where(s => s.Cell == cell)
            .Select(s => s.IsDescending ? "descending" : "ascending")
            .FirstOrDefault();

    private RenderFragment? SortGlyph(CellColumn cell) =>
        SortOf(cell) switch
        {
            "ascending" => Glyph.Of("up", "s"),
            "descending" => Glyph.Of("down", "s"),
            _ => null,
        };

    private string RowClass(CardSnapshot card) =>
        (Client.Selection.Contains(card.Id) ? "gline picked" : "gline") + (card.IsDueDone ? " isdone" : "");

    /// <summary>Who else just changed the card: version, colour and name. The browser sees which cells became others.</summary>
    private string? TouchOf(CardSnapshot card) =>
        Frame.Touches.TryGetValue(card.Id, out var touch)
        && touch.ActorId != Client.Actor.PersonId
        && Time.GetUtcNow().UtcDateTime - touch.At < CardTouch.Lifetime
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{touch.Version} p{touch.Actor?.Color ?? Person.ColorCount} {touch.Actor?.Name}"
            )
            : null;

    /// <summary>Who else is in which cell: a line each of index, colour and name.</summary>
    private string? MarksOf(CardSnapshot card) => _marks.Of(card.Id, _face.Columns);
}
