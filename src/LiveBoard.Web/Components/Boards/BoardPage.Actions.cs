using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Web.Components.Boards.Dialogs;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace LiveBoard.Web.Components.Boards;

/// <summary>What the viewer can do from the page's menus and from the browser's side.</summary>
public sealed partial class BoardPage
{
    private BoardMenu _menu = null!;

    public ColumnView? FindView(Guid columnId) =>
        _client?.Board.FindColumn(columnId) is null ? null : _columns.Find(columnId);

    public async Task<bool> SendAsync(Func<Guid, BoardCommand> command, string? doneText = null) =>
        _client is { } client && (await client.SendAsync(command(BoardId), doneText)).IsDone;

    public Task UndoAsync() => _client?.UndoLatestAsync() ?? Task.CompletedTask;

    public Task ShowShortcutsAsync() =>
        Overlays.ShowAsync<ShortcutsDialog>(ShortcutTexts.Shortcuts, [], DialogKinds.OverBoard);

    public void Hold(Guid? cardId) => _visit?.MoveTo(_visit.OpenCard, cardId);

    public void StartRename(Guid cardId)
    {
        if (_client is { CanEdit: true } client && client.Board.Cards.TryGetValue(cardId, out var card))
        {
            _columns.Find(card.ColumnId)?.StartRenameCard(cardId);
        }
    }

    public async Task OpenMoveDialogAsync(Guid cardId)
    {
        if (_client is { CanEdit: true } client && client.Board.Cards.TryGetValue(cardId, out var card))
        {
            await ShowDialogAsync<MoveCardDialog>(BoardTexts.MoveTo, (nameof(MoveCardDialog.Card), card));
        }
    }

    public async Task OpenTileMenuAsync(Guid cardId, double x, double y)
    {
        if (_client is not { } client || !client.Board.Cards.TryGetValue(cardId, out var card))
        {
            return;
        }

        List<MenuEntry> entries =
        [
            new(BoardTexts.Open, () => Go(card.Number)),
            new(BoardTexts.CopyLink, () => CopyLinkAsync(card)),
        ];
        if (client.CanEdit)
        {
            entries.Add(new(BoardTexts.Rename, () => Run(() => StartRename(cardId))));
            entries.Add(new(BoardTexts.MoveToDots, () => OpenMoveDialogAsync(cardId)));
            entries.Add(new(BoardTexts.Duplicate, () => DuplicateAsync(card)));
            entries.Add(new(BoardTexts.Archive, () => ShelveAsync(card, CardShelf.Archive)));
            entries.Add(new(BoardTexts.Delete, () => ShelveAsync(card, CardShelf.Trash), IsDanger: true));
        }

        await _menu.OpenAsync(entries, x, y);
    }

    /// <summary>What the open card's head has no buttons for.</summary>
    private Task OpenCardMenuAsync(MouseEventArgs at)
    {
        if (_client is not { } client || OpenCard is not { } card)
        {
            return Task.CompletedTask;
        }

        List<MenuEntry> entries = [new(BoardTexts.CopyLink, () => CopyLinkAsync(card))];
        if (client.CanEdit)
        {
            entries.Add(new(BoardTexts.Duplicate, () => DuplicateAsync(card)));
        }

        return _menu.OpenAsync(entries, at.ClientX, at.ClientY);
    }

    private Task OpenColumnMenuAsync(ColumnMenuRequest request)
    {
        var column = request.Column;
        var columns = _client!.Board.Columns;
        var index = columns.IndexOf(column);
        List<MenuEntry> entries =
        [
            new(BoardTexts.Rename, () => Run(request.StartRename)),
            new(
                BoardTexts.ColumnSettings,
                () => ShowDialogAsync<ColumnDialog>(column.Name, (nameof(ColumnDialog.ColumnId), column.Id))
            ),
        ];
        if (index > 0)
        {
            entries.Add(new(BoardTexts.MoveLeft, () => MoveColumnAsync(column, columns[index - 1].Id)));
        }

        if (index < columns.Length - 1)
        {
            entries.Add(
                new(
                    BoardTexts.MoveRight,
                    () => MoveColumnAsync(column, index + 2 < columns.Length ? columns[index + 2].Id : null)
                )
            );
        }

        entries.Add(new(BoardTexts.ArchiveColumn, () => ArchiveColumnAsync(column)));
        return _menu.OpenAsync(entries, request.At.ClientX, request.At.ClientY);
    }

    private Task OpenBoardMenuAsync(MouseEventArgs at)
    {
        List<MenuEntry> entries =
        [
            new(BoardTexts.ArchiveAndTrash, () => ShowDialogAsync<ShelfDialog>(BoardTexts.ArchiveAndTrash)),
        ];
        if (_client!.CanEdit)
        {
            entries.Insert(0, new(FieldTexts.Fields, () => ShowDialogAsync<FieldsDialog>(FieldTexts.Fields)));
            entries.Insert(0, new(BoardTexts.Labels, () => ShowDialogAsync<LabelsDialog>(BoardTexts.Labels)));
        }

        entries.AddRange(TableEntries());
        if (_client.CanAdminister)
        {
            entries.Insert(
                0,
                new(BoardTexts.BoardSettings, () => ShowDialogAsync<BoardDialog>(BoardTexts.BoardSettings))
            );
            entries.Add(
                _client.Board.Header.IsArchived
                    ? new(BoardTexts.RestoreBoard, () => ArchiveBoardAsync(false))
                    : new(BoardTexts.ArchiveBoard, () => ArchiveBoardAsync(true), IsDanger: true)
            );
        }

        entries.Add(new(PastTexts.TimeMachine, () => Run(() => Navigation.NavigateTo($"b/{BoardId}/past"))));
        entries.Add(new(ShortcutTexts.Shortcuts, ShowShortcutsAsync));
        // A phone's title row has no room for the star.
        entries.Insert(0, new(_bookmark.IsStarred ? BoardTexts.UnstarBoard : BoardTexts.StarBoard, StarAsync));
        return _menu.OpenAsync(entries, at.ClientX, at.ClientY);
    }

    private IEnumerable<MenuEntry> TableEntries()
    {
        var address = $"b/{_client!.Board.Id}";
        if (_client.CanEdit)
        {
            yield return new(RowTexts.ImportTable, () => GoAsync($"{address}/import"));
        }

        yield return new(RowTexts.ExportCsv, () => GoAsync($"{address}/cards.csv", isFile: true));
        yield return new(RowTexts.ExportCsvSemicolon, () => GoAsync($"{address}/cards.csv?separator=;", isFile: true));
        yield return new(RowTexts.ExportWorkbook, () => GoAsync($"{address}/cards.xlsx", isFile: true));
    }

    private Task GoAsync(string address, bool isFile = false)
    {
        Navigation.NavigateTo(address, forceLoad: isFile);
        return Task.CompletedTask;
    }

    private Task OpenShareAsync() => ShowDialogAsync<ShareDialog>(BoardTexts.Share);

    private async Task ShowDialogAsync<TDialog>(string title, params (string Name, object Value)[] parameters)
        where TDialog : IComponent
    {
        var all = new DialogParameters { [nameof(BoardDialog.Client)] = _client };
        foreach (var (name, value) in parameters)
        {
            all.Add(name, value);
        }

        await Overlays.ShowAsync<TDialog>(title, all, DialogKinds.OverBoard);
    }

    private Task Go(int number)
    {
        Navigation.NavigateTo(AddressOf(number));
        return Task.CompletedTask;
    }

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    /// <summary>The card alone, without the filter: whoever gets the link looks for the card.</summary>
    private async Task CopyLinkAsync(CardSnapshot card)
    {
        var address = Navigation.ToAbsoluteUri($"b/{BoardId}/c/{card.Number}").ToString();
        var isCopied = await Js.TryCopyAsync(address);
        _client?.Say(
            isCopied
                ? new Snack(BoardTexts.LinkCopied.With(card.Number))
                : new Snack(BoardTexts.LinkNotCopied.With(address), IsError: true)
        );
    }

    private Task DuplicateAsync(CardSnapshot card) =>
        _client!.SendAsync(
            new DuplicateCard { BoardId = BoardId, CardId = card.Id },
            Say(BoardTexts.Duplicated, card.Title)
        );

    private Task ShelveAsync(CardSnapshot card, CardShelf to) =>
        _client!.SendAsync(
            new ShelveCards
            {
                BoardId = BoardId,
                CardIds = [card.Id],
                To = to,
            },
            Say(to == CardShelf.Trash ? BoardTexts.Deleted : BoardTexts.Archived, card.Title)
        );

    private Task MoveColumnAsync(ColumnSnapshot column, Guid? beforeId) =>
        _client!.SendAsync(
            new MoveColumn
            {
                BoardId = BoardId,
                ColumnId = column.Id,
                BeforeColumnId = beforeId,
            },
            BoardTexts.ColumnMoved
        );

    private Task ArchiveColumnAsync(ColumnSnapshot column) =>
        _client!.SendAsync(
            new ArchiveColumn { BoardId = BoardId, ColumnId = column.Id },
            Say(BoardTexts.Archived, column.Name)
        );

    private Task ArchiveBoardAsync(bool isArchived) =>
        _client!.SendAsync(
            new ArchiveBoard { BoardId = BoardId, IsArchived = isArchived },
            Say(isArchived ? BoardTexts.Archived : BoardTexts.Restored, _client.Board.Header.Name)
        );

    private static string Say(string text, string name) => text.With(name);
}
