using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveBoard.Core.Data;

/// <summary>Stores and reads every time as UTC, whatever kind the provider hands back.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(
        value =>
            value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
