using System.Text.Json;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>Finds the .NET object that a call hands to a script.</summary>
internal static class DotNetReference
{
    private const string Key = "__dotNetObject";

    /// <summary>The number of the first one among the arguments; null for none.</summary>
    public static long? Find(string argumentsJson)
    {
        if (!argumentsJson.Contains(Key, StringComparison.Ordinal))
        {
            return null;
        }

        using var arguments = JsonDocument.Parse(argumentsJson);
        foreach (var argument in arguments.RootElement.EnumerateArray())
        {
            if (argument.ValueKind == JsonValueKind.Object && argument.TryGetProperty(Key, out var id))
            {
                return id.GetInt64();
            }
        }

        return null;
    }
}
