using LiveBoard.Core.Access;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Account;

public sealed partial class ProfilePage
{
    private static readonly string[] ColorNames = AccountTexts.AvatarColorNames.Split(", ");

    private OwnListing? _own;
    private string? _note;
    private bool _isGood;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private DirectoryService People { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "person")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "person")]
    private int? Color { get; set; }

    private Actor Actor => Http.User.GetActor();

    protected override async Task OnInitializedAsync() => _own = await Boards.ReadOwnAsync(Actor, Http.RequestAborted);

    private async Task SavePersonAsync()
    {
        var result = await People.ChangePersonAsync(Actor, Name, Color ?? 0, Http.RequestAborted);
        _isGood = result.IsDone;
        _note = result.IsDone ? AccountTexts.ProfileSaved : AccountTexts.NameInvalid;
        if (!result.IsDone)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
