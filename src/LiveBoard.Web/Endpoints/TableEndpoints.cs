using System.Text;
using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Csv;
using LiveBoard.Core.Exchange.Sheets;
using LiveBoard.Core.Exchange.Tables;
using LiveBoard.Web.Components.Import.Rows;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LiveBoard.Web.Endpoints;

/// <summary>Cards as tables, in and out.</summary>
internal static class TableEndpoints
{
    /// <summary>The form around the file.</summary>
    private const long MaxRequest = TableLimits.MaxBytes + (64 * 1024);

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapTableEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/b/{BoardId:guid}/import/upload", UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequest))
            .WithMetadata(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxRequest })
            .RequireRateLimiting(UploadLimits.Policy);
        app.MapGet(
            "/b/{BoardId:guid}/cards.csv",
            (HttpContext http, BoardTables tables, Guid boardId) =>
                CsvAsync(http, tables.ReadAsync(boardId, http.User.GetActor(), http.RequestAborted))
        );
        app.MapGet(
            "/b/{BoardId:guid}/cards.xlsx",
            (HttpContext http, BoardTables tables, Guid boardId) =>
                WorkbookAsync(tables.ReadAsync(boardId, http.User.GetActor(), http.RequestAborted))
        );
        app.MapGet(
            "/w/{WorkspaceId:guid}/cards.csv",
            (HttpContext http, BoardTables tables, Guid workspaceId) =>
                CsvAsync(http, tables.ReadWorkspaceAsync(workspaceId, http.User.GetActor(), http.RequestAborted))
        );
        app.MapGet(
            "/w/{WorkspaceId:guid}/cards.xlsx",
            (HttpContext http, BoardTables tables, Guid workspaceId) =>
                WorkbookAsync(tables.ReadWorkspaceAsync(workspaceId, http.User.GetActor(), http.RequestAborted))
        );
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http,
        Guid boardId,
        IFormFile file,
        AccessService access,
        RowDrafts drafts,
        UploadLimits limits,
        CancellationToken cancellationToken
    )
    {
        var actor = http.User.GetActor();
        switch (await access.GetBoardRoleAsync(actor, boardId, cancellationToken))
        {
            case Core.Boards.BoardRole.None:
                return Results.NotFound();
            case < Core.Boards.BoardRole.Editor:
                return Results.Forbid();
        }

        using var turn = await limits.EnterImportAsync(cancellationToken);
        if (!turn.IsAcquired)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        var id = drafts.Add(actor, boardId, Path.GetFileName(file.FileName), content.ToArray());
        return Results.LocalRedirect($"/b/{boardId}/import/{id}");
    }

    /// <summary>Row by row, as they are made; with the separator that the asker's spreadsheet expects.</summary>
    private static async Task<IResult> CsvAsync(HttpContext http, Task<BoardTable?> reading)
    {
        if (await reading is not { } table)
        {
            return Results.NotFound();
        }

        var separator = http.Request.Query["separator"] == ";" ? ';' : ',';
        return Results.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                await CsvText.WriteAsync(writer, [table.Headings, .. table.Rows], separator, http.RequestAborted);
            },
            "text/csv; charset=utf-8",
            $"{table.Name}.csv"
        );
    }

    /// <summary>By way of a file that is gone when it is sent: the format cannot be written from front to end.</summary>
    private static async Task<IResult> WorkbookAsync(Task<BoardTable?> reading)
    {
        if (await reading is not { } table)
        {
            return Results.NotFound();
        }

        var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            64 * 1024,
            FileOptions.DeleteOnClose
        );
        var rows = table.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(SheetValue.Of)]);
        await Task.Run(() => SheetWriter.Write(file, table.Name, table.Headings, rows));
        file.Position = 0;
        return Results.Stream(file, Workbook, $"{table.Name}.xlsx");
    }
}
