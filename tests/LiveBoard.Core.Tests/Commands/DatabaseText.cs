using System.Text.Json;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Every row of every table as text: equal before and after means that nothing happened anywhere.</summary>
internal static class DatabaseText
{
    public static async Task<string> OfAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var rows = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).Where(IsToStay))
        {
            var set =
                (IQueryable<object>)
                    typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
            var found = await set.AsNoTracking().ToListAsync();
            rows.AddRange(found.Select(row => $"{type.Name} {JsonSerializer.Serialize(row, type)}"));
        }

        Assert.NotEmpty(rows);
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    /// <summary>That something was refused is written down, and changes nothing.</summary>
    private static bool IsToStay(Type type) => type != typeof(AuditEntry);
}
