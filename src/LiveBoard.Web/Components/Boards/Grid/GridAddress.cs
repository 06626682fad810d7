using LiveBoard.Core.Grids;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>The wishes about a table in the page's address, so that a link and a reload show the same.</summary>
internal static class GridAddress
{
    /// <summary>True when the address is that of a board's table.</summary>
    public static bool IsTable(NavigationManager navigation) =>
        navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0].Split('/') is ["b", _, "table", ..];

    public static GridSetup Read(NavigationManager navigation)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(navigation.ToAbsoluteUri(navigation.Uri).Query));
        return GridNotation.Read(name => query[name].ToString());
    }

    public static void Write(NavigationManager navigation, GridSetup setup)
    {
        var values = GridNotation
            .Write(setup)
            .ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal);
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(values), replace: true);
    }
}
