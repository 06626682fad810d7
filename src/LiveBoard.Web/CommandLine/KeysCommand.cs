using LiveBoard.Web.Identity.Keys;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.CommandLine;

/// <summary>Signs everybody out.</summary>
internal static class KeysCommand
{
    public static async Task<int> RevokeAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var ended = await services.GetRequiredService<KeyRevocation>().RevokeAsync();
        Console.WriteLine(CommandTexts.KeysRevoked.With(ended));
        return Commands.Done;
    }
}
