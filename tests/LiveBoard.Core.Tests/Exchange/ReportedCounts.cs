using LiveBoard.Core.Exchange;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Exchange;

/// <summary>Compares what a dry run promised with what is in a database that had nothing before.</summary>
internal static class ReportedCounts
{
    public static async Task AssertAsync(ImportWorkspace workspace, FidelityCounts promised)
    {
        await using var db = workspace.Database.CreateDbContext();
        var stored = new FidelityCounts(
            Columns: await db.Columns.CountAsync(),
            ArchivedColumns: await db.Columns.CountAsync(c => c.IsArchived),
            Cards: await db.Cards.CountAsync(),
            ArchivedCards: await db.Cards.CountAsync(c => c.IsArchived),
            Labels: await db.Labels.CountAsync(),
            Checklists: await db.Checklists.CountAsync(),
            ChecklistItems: await db.ChecklistItems.CountAsync(),
            Comments: await db.Comments.CountAsync(),
            Attachments: await db.Attachments.CountAsync(),
            CustomFields: await db.CustomFields.CountAsync(),
            CustomFieldValues: await db.CustomFieldValues.CountAsync(),
            People: await db.People.CountAsync(p => p.IsPlaceholder),
            HistoryEntries: await db.Activity.CountAsync() - 1
        );
        Assert.Equal(promised, stored);
    }
}
