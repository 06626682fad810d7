using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards.Selection;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// What the parts of one open board page share: what is shown now, what the viewer may do, and the one way to change
/// it. Belongs to the page and is used on its circuit's dispatcher only.
/// </summary>
public sealed class BoardClient(BoardCommandHandler handler, Actor actor, LiveBoardFrame frame, BoardRole role)
{
    /// <summary>Undo reaches back this far.</summary>
    private const int MaxUndo = 50;

    private readonly List<(BoardCommand Undo, string Text)> _undo = [];

    /// <summary>Something to say to the viewer.</summary>
    public event Action<Snack>? Said;

    /// <summary>Another frame is shown, or the viewer's role changed.</summary>
    public event Action? Changed;

    /// <summary>The viewer may not open the board any more; whatever shows something of it goes.</summary>
    public event Action? Ended;

    public LiveBoardFrame Frame { get; private set; } = frame;

    public BoardSnapshot Board => Frame.Board;

    public Guid BoardId { get; } = frame.Board.Id;

    public Actor Actor => actor;

    /// <summary>By which link somebody without an account looks; null for everybody else. Such a viewer's actor is nobody.</summary>
    public GuestPass? Guest { get; init; }

    public BoardRole Role { get; private set; } = role;

    public bool CanEdit => Role >= BoardRole.Editor && !Board.Header.IsArchived;

    public bool CanComment => Role >= BoardRole.Commenter && !Board.Header.IsArchived;

    public bool CanAdminister => Role >= BoardRole.Admin;

    /// <summary>Whom texts on the board can name; read with the first card that is opened.</summary>
    public IReadOnlyList<PersonSnapshot> People { get; set; } = [];

    /// <summary>Tells the others which part of the open card the viewer is changing; does nothing for guests.</summary>
    public Action<string?, TimeSpan?> Edit { get; init; } = static (_, _) => { };

    /// <summary>Minutes that have passed on the page: what says how a date stands is drawn again.</summary>
    public int Minute { get; set; }

    /// <summary>Which cards the viewer wants to see.</summary>
    public BoardFilter Filter { get; set; } = BoardFilter.None;

    /// <summary>Which cards the viewer has picked.</summary>
    public CardSelection Selection { get; } = new();

    /// <summary>Who else is at which card.</summary>
    internal TileMarks Marks { get; set; } = TileMarks.None;

    internal TileMark? MarkOf(CardSnapshot card) => Marks.Of(card);

    public void Show(LiveBoardFrame newest, BoardRole newestRole)
    {
        Frame = newest;
        Role = newestRole;
        Selection.Keep(id => CanEdit && Board.Cards.ContainsKey(id));
        Changed?.Invoke();
    }

    public void End() => Ended?.Invoke();

    /// <summary>Issues a command. What was done comes back through the live board like everybody else's changes.</summary>
    /// <param name="command">The wish.</param>
    /// <param name="doneText">What to say when it is done, with an undo; null to say nothing.</param>
    /// <param name="isClashShown">True when the caller shows both values if somebody changed the same meanwhile, and says itself which cells could not be taken.</param>
    /// <returns>The outcome; a rejection has been explained to the viewer already.</returns>
    public async Task<CommandResult> SendAsync(BoardCommand command, string? doneText = null, bool isClashShown = false)
    {
        var result = await handler.HandleAsync(command, actor);
        if (result.Rejection is { } rejection)
        {
            if (!isClashShown || rejection.Code is not (RejectionCode.ChangedMeanwhile or RejectionCode.CellsInvalid))
            {
                Say(new Snack(RejectionWords.Of(rejection), IsError: true));
            }

            return result;
        }

        if (result.Undo is { } undo)
        {
            _undo.Add((undo, doneText ?? ""));
            if (_undo.Count > MaxUndo)
            {
                _undo.RemoveAt(0);
            }
        }

        if (doneText is not null && result.Status == CommandStatus.Done)
        {
            Say(new Snack(doneText, Undo: result.Undo));
        }

        return result;
    }

    /// <summary>Takes back the viewer's latest action; says so, or says why not.</summary>
    public Task UndoLatestAsync()
    {
        if (_undo.Count > 0)
        {
            return UndoAsync(_undo[^1].Undo);
        }

        Say(new Snack(BoardTexts.NothingToUndo));
        return Task.CompletedTask;
    }

    /// <summary>Takes back one action.</summary>
    public async Task UndoAsync(BoardCommand undo)
    {
        _undo.RemoveAll(u => u.Undo == undo);
        var result = await handler.HandleAsync(undo, actor);
        Say(
            result.Rejection is { } rejection
                ? new Snack(RejectionWords.Of(rejection), IsError: true)
                : new Snack(BoardTexts.Undone)
        );
    }

    public void Say(Snack snack) => Said?.Invoke(snack);
}

/// <summary>One sentence to the viewer, with an undo if there is one.</summary>
public sealed record Snack(string Text, BoardCommand? Undo = null, bool IsError = false);
