using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LiveBoard.Migrations.PostgreSql;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the product.</summary>
internal sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<LiveBoardDbContext>
{
    public LiveBoardDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<LiveBoardDbContext>();
        options.UseLiveBoardPostgreSql("Host=localhost;Database=design-time");
        return new LiveBoardDbContext(options.Options);
    }
}
