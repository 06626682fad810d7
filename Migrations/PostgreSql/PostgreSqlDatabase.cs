using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Migrations.PostgreSql;

/// <summary>How LiveBoard uses PostgreSQL.</summary>
public static class PostgreSqlDatabase
{
    /// <summary>Stores in the PostgreSQL database that the connection string names.</summary>
    public static DbContextOptionsBuilder UseLiveBoardPostgreSql(
        this DbContextOptionsBuilder builder,
        string connectionString
    ) =>
        builder.UseNpgsql(
            connectionString,
            postgres => postgres.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.GetName().Name)
        );
}
