using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Shared;

/// <summary>
/// Blazor never skips a child that is given a record, so the child itself looks in <c>SetParametersAsync</c> whether
/// what it is given is what it has.
/// </summary>
internal static class ParameterViewExtensions
{
    /// <summary>True when the parameter is this same object (or both are null), or for a value an equal one.</summary>
    public static bool IsSame<T>(this ParameterView parameters, string name, T? current)
    {
        var given = parameters.GetValueOrDefault<T>(name);
        return typeof(T).IsValueType
            ? EqualityComparer<T?>.Default.Equals(given, current)
            : ReferenceEquals(given, current);
    }
}
