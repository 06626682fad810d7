using LiveBoard.Core.Access;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Account;

public sealed partial class SetupPage
{
    private string? _error;

    [Inject]
    private SetupState Setup { get; set; } = null!;

    [Inject]
    private SetupCode RightCode { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private LiveBoardSignInManager SignIn { get; set; } = null!;

    [Inject]
    private IConfiguration Configuration { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "setup")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private string? Workspace { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private bool IsDemo { get; set; }

    private IDemoSeeder? Seeder => Services.GetService<IDemoSeeder>();

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && !await Setup.IsNeededAsync(Http.RequestAborted))
        {
            Navigation.NavigateTo(LocalUrl.Home);
        }
    }

    private async Task SubmitAsync()
    {
        var workspaceId = Guid.CreateVersion7();
        var result = await TryAsync(workspaceId);
        if (result.Refusal is { } refusal)
        {
            _error = AccountMessages.Of(refusal);
            Http.Response.StatusCode = AccountMessages.StatusOf(refusal);
            return;
        }

        if (IsDemo && Seeder is { } seeder)
        {
            await seeder.SeedAsync(workspaceId, new Actor(result.User!.Id), Http.RequestAborted);
        }

        await SignIn.BeginAsync(result.User!, isPersistent: false, SignInWay.NewAccount);
        Navigation.NavigateTo(LocalUrl.Home);
    }

    private async Task<AccountResult> TryAsync(Guid workspaceId)
    {
        if (!await Setup.IsNeededAsync(Http.RequestAborted))
        {
            return AccountRefusal.SetupDone;
        }

        if (!Throttle.MaySetUp(RequestSource.Of(Http)))
        {
            return AccountRefusal.TooManyTries;
        }

        return RightCode.IsRight(Code)
            ? await Accounts.SetUpAsync(
                new NewAccount(Name, Email, Password),
                Workspace,
                workspaceId,
                Configuration.GetValue<bool>("LiveBoard:OpenRegistration"),
                Http.RequestAborted
            )
            : AccountRefusal.SetupCodeWrong;
    }
}
