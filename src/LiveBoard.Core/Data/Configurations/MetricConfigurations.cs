using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveBoard.Core.Data.Configurations;

internal sealed class MetricSeriesConfiguration : IEntityTypeConfiguration<MetricSeries>
{
    public void Configure(EntityTypeBuilder<MetricSeries> series)
    {
        series.Property(s => s.Key).HasMaxLength(MetricSeries.MaxKeyLength);
        series.Property(s => s.Name).HasMaxLength(MetricSeries.MaxNameLength);
        series.Property(s => s.Unit).HasMaxLength(MetricSeries.MaxUnitLength);
        series.Property(s => s.Version).IsConcurrencyToken();
        series.HasIndex(s => new { s.WorkspaceId, s.Key }).IsUnique();
        series.HasOne<Workspace>().WithMany().HasForeignKey(s => s.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MetricPointConfiguration : IEntityTypeConfiguration<MetricPoint>
{
    public void Configure(EntityTypeBuilder<MetricPoint> point)
    {
        point.HasKey(p => new { p.SeriesId, p.At });
        // The one thing that is told of a series that goes is that it goes; loading a million points adds nothing to that.
        point.HasOne<MetricSeries>().WithMany().HasForeignKey(p => p.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.Property(t => t.Name).HasMaxLength(ApiToken.MaxNameLength);
        token.Property(t => t.TokenHash).HasMaxLength(64);
        token.HasIndex(t => t.TokenHash).IsUnique();
        token.HasOne<Workspace>().WithMany().HasForeignKey(t => t.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
        token.HasOne<Person>().WithMany().HasForeignKey(t => t.CreatedById).OnDelete(DeleteBehavior.Restrict);
    }
}
