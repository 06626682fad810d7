using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveBoard.Core.Data.Configurations;

internal static class OrderKeyExtensions
{
    private const string Annotation = "LiveBoard:OrderKey";

    public static void IsOrderKey(this PropertyBuilder<string> property) =>
        property.HasMaxLength(CardPosition.MaxLength).HasAnnotation(Annotation, value: true);

    /// <summary>
    /// Order keys compare byte by byte. SQLite's default collation does that; PostgreSQL's follows a language,
    /// so there they get collation "C".
    /// </summary>
    public static void UseOrderKeyCollation(this ModelBuilder builder, string? providerName)
    {
        if (providerName?.Contains("Npgsql", StringComparison.Ordinal) != true)
        {
            return;
        }

        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.FindAnnotation(Annotation) is not null)
            {
                property.SetCollation("C");
            }
        }
    }
}
