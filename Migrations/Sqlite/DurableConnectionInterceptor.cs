using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LiveBoard.Migrations.Sqlite;

/// <summary>
/// Sets each opened connection so that an acknowledged commit survives a power cut: write-ahead log with a sync at
/// every commit (FULL). NORMAL would be faster and may roll back acknowledged commits.
/// </summary>
internal sealed class DurableConnectionInterceptor : DbConnectionInterceptor
{
    public static readonly DurableConnectionInterceptor Instance = new();

    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
