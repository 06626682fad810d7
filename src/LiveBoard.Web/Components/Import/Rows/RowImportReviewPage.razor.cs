using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Exchange.Tables;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Import.Rows;

/// <summary>What the steps after the upload know and do.</summary>
public sealed partial class RowImportReviewPage
{
    private RowDraft? _draft;
    private BoardSnapshot? _board;
    private Actor _actor;
    private TableWish _wish = new();
    private TableFormat _format = new();
    private TableReading _reading = null!;
    private bool _hasHeadings = true;
    private IReadOnlyList<string> _headings = [];
    private IReadOnlyList<RowInput> _rows = [];
    private RowMapping _mapping = null!;
    private RowReview? _review;
    private RowReport? _report;
    private string? _error;
    private int _written;
    private bool _isRead;
    private bool _isBusy;
    private bool _isImporting;
    private bool _isUndone;

    [Parameter]
    public Guid BoardId { get; set; }

    [Parameter]
    public Guid UploadId { get; set; }

    [Inject]
    private RowDrafts Drafts { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private LiveBoardRegistry Boards { get; set; } = null!;

    [Inject]
    private RowReviewer Reviewer { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentUser.GetActorAsync();
        _draft = Drafts.Find(UploadId, _actor) is { } draft && draft.BoardId == BoardId ? draft : null;
        _board = await Boards.PeekAsync(BoardId, _actor) is ({ } frame, >= BoardRole.Editor) ? frame.Board : null;
        if (_draft is not null && _board is not null)
        {
            await ReadAsync(_wish);
        }

        _isRead = true;
    }

    /// <summary>Reads the file, as somebody wishes it to be read.</summary>
    private async Task ReadAsync(TableWish wish)
    {
        _wish = wish;
        var content = _draft!.Content;
        // A large file takes a second, and this is the circuit's thread.
        _reading = await Task.Run(() => TableReader.Read(content, wish));
        _format = _reading.Table?.Format ?? _format;
        Arrange();
    }

    private Task SetHeadingsAsync(bool hasHeadings)
    {
        _hasHeadings = hasHeadings;
        Arrange();
        return Task.CompletedTask;
    }

    private void Arrange()
    {
        (_review, _error) = (null, null);
        if (_reading.Table is not { } table)
        {
            return;
        }

        var filled = table.Rows.Where(r => !r.IsEmpty).ToList();
        _headings = _hasHeadings ? filled[0].Cells : [];
        _rows = [.. filled.Skip(_hasHeadings ? 1 : 0).Select(r => new RowInput(r.Number, r.Cells))];
        var guessed = RowGuess.Of(_headings, _board!.Fields.Values);
        _mapping = new RowMapping
        {
            Targets = [.. guessed, .. Enumerable.Repeat(RowTarget.Ignored, table.Width - guessed.Count)],
            ColumnId = _board.Columns is [var first, ..] ? first.Id : Guid.Empty,
            Key = guessed.Contains(RowTarget.Number) ? RowKey.Number : RowKey.None,
        };
    }

    private void Map(RowMapping mapping) => (_mapping, _review, _error) = (mapping, null, null);

    /// <summary>The dry run: says all that is wrong, and what would happen.</summary>
    private async Task CheckAsync()
    {
        (_isBusy, _error, _written) = (true, null, 0);
        await Task.Yield();
        var (mapping, rows) = (_mapping, _rows);
        _review = await Task.Run(() => Reviewer.ReviewAsync(BoardId, _actor, mapping, rows));
        _error = _review is null ? RowTexts.NoBoardHint : null;
        _isBusy = false;
    }

    private async Task ImportAsync()
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _isImporting, _error) = (true, true, null);
        var review = _review!;
        var command = new ImportRows
        {
            BoardId = BoardId,
            Mapping = _mapping,
            Rows = _rows,
            Source = _draft!.FileName,
            Progress = new Progress<int>(count => _ = InvokeAsync(() => ShowWritten(count))),
        };
        var result = await Task.Run(() => Commands.HandleAsync(command, _actor));
        (_isBusy, _isImporting) = (false, false);
        if (result.Rejection is { } rejection)
        {
            // The board changed since the check: what is wrong now is said by another one.
            (_error, _written) = (RejectionWords.Of(rejection), 0);
            _review = await Reviewer.ReviewAsync(BoardId, _actor, _mapping, _rows);
            return;
        }

        Drafts.Remove(UploadId);
        _report = new RowReport(review, result.Undo);
    }

    private void ShowWritten(int count)
    {
        _written = count;
        StateHasChanged();
    }

    private async Task UndoAsync()
    {
        var result = await Task.Run(() => Commands.HandleAsync(_report!.Undo!, _actor));
        _isUndone = result.IsDone;
        _error = result.Rejection is { } rejection ? RejectionWords.Of(rejection) : null;
    }
}

/// <summary>What an import did.</summary>
public sealed record RowReport(RowReview Review, BoardCommand? Undo);
