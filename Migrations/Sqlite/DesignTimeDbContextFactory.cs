using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LiveBoard.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the product.</summary>
internal sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<LiveBoardDbContext>
{
    public LiveBoardDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<LiveBoardDbContext>();
        options.UseLiveBoardSqlite("Data Source=design-time.db");
        return new LiveBoardDbContext(options.Options);
    }
}
