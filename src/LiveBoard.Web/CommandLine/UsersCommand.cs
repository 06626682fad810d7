using LiveBoard.Core.Access;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.CommandLine;

/// <summary>The way back in for the last administrator: a link as administrators make them, on the screen of whoever runs the machine.</summary>
internal static class UsersCommand
{
    public static async Task<int> ResetAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var secret = await services
            .GetRequiredService<PasswordResets>()
            .CreateByOperatorAsync(words[0].Trim().ToUpperInvariant());
        if (secret is null)
        {
            await Console.Error.WriteLineAsync(CommandTexts.NoAccount.With(words[0]));
            return Commands.Failed;
        }

        var configured = services.GetRequiredService<IConfiguration>()["LiveBoard:PublicUrl"];
        var home = new Uri(string.IsNullOrEmpty(configured) ? DefaultAddress.Url : configured);
        Console.WriteLine(CommandTexts.ResetMade.With(new Uri(home, $"/reset/{secret}")));
        return Commands.Done;
    }
}
