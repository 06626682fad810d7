using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Exchange.Trello;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Import;
using LiveBoard.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.CommandLine;

/// <summary>Imports a board on behalf of somebody, by the same command as the page does: what they may not, it may not.</summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        if (settings["workspace"] is not { Length: > 0 } workspace || settings["as"] is not { Length: > 0 } email)
        {
            return await RefuseAsync(CommandTexts.ImportNeeds, Commands.Misused);
        }

        if (!File.Exists(words[0]))
        {
            return await RefuseAsync(CommandTexts.NoFile.With(words[0]));
        }

        if (await FindAccountAsync(services, email) is not { } actor)
        {
            return await RefuseAsync(CommandTexts.NoAccount.With(email));
        }

        // Of the workspaces that they are in: whether others exist is nobody's business.
        var own = await services.GetRequiredService<BoardDirectory>().ReadAsync(actor);
        var meant = own.Where(w => w.Role is not null && (w.Name == workspace || $"{w.Id}" == workspace)).ToList();
        if (meant is not [var target])
        {
            return await RefuseAsync(
                (meant.Count == 0 ? CommandTexts.NoWorkspace : CommandTexts.ManyWorkspaces).With(workspace)
            );
        }

        return await ImportAsync(services, words[0], actor, target.Id);
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string file, Actor actor, Guid workspaceId)
    {
        await using var content = File.OpenRead(file);
        var options = new TrelloReaderOptions
        {
            ColumnWithoutList = ImportTexts.ColumnWithoutList,
            UnknownPerson = ImportTexts.UnknownPerson,
        };
        var reading = await services.GetRequiredService<TrelloReader>().ReadAsync(content, options);
        if (reading.Import is not { } import)
        {
            return await RefuseAsync(string.Join(Environment.NewLine, reading.Problems.Select(ImportWords.Of)));
        }

        var command = new ImportBoard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            Plan = import.Plan,
        };
        var result = await services.GetRequiredService<BoardCommandHandler>().HandleAsync(command, actor);
        if (result.Rejection is { } rejection)
        {
            return await RefuseAsync(RejectionWords.Of(rejection));
        }

        Console.WriteLine(CommandTexts.Imported.With(import.Plan.Name, $"/b/{command.BoardId}"));
        return Commands.Done;
    }

    private static async Task<Actor?> FindAccountAsync(IServiceProvider services, string email)
    {
        var normalized = email.Trim().ToUpperInvariant();
        await using var db = await services
            .GetRequiredService<IDbContextFactory<LiveBoardDbContext>>()
            .CreateDbContextAsync();
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized && !u.IsDisabled);
        return user is null ? null : new Actor(user.Id);
    }

    private static async Task<int> RefuseAsync(string why, int exitCode = Commands.Failed)
    {
        await Console.Error.WriteLineAsync(why);
        return exitCode;
    }
}
