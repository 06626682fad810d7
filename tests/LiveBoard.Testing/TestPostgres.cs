using Npgsql;

namespace LiveBoard.Testing;

/// <summary>A database of its own on a PostgreSQL server, dropped at the end.</summary>
internal sealed class TestPostgres : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name = $"lb_{Guid.NewGuid():N}";

    private TestPostgres(string server)
    {
        _server = server;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = _name }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<TestPostgres> CreateAsync(string server)
    {
        var database = new TestPostgres(server);
        await database.RunOnServerAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        // Only this database's pool: other tests run beside this one.
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await RunOnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private async Task RunOnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
