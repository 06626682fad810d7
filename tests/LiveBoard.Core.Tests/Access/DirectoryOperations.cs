using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using static LiveBoard.Core.Tests.Access.AccessAnswer;
using Operation = System.Func<
    LiveBoard.Core.Tests.Access.DirectoryScene,
    LiveBoard.Core.Access.Actor,
    System.Threading.Tasks.Task<string>
>;

namespace LiveBoard.Core.Tests.Access;

/// <summary>Each operation on a workspace and its people, asked for by somebody, each of which would have an effect.</summary>
internal static class DirectoryOperations
{
    private static readonly MetricWish NewMetric = new("new", "New");

    private static readonly Dictionary<string, Operation> All = new(StringComparer.Ordinal)
    {
        ["BoardDirectory.ReadAsync"] = async (scene, actor) =>
            OfAny((await scene.Directory.Boards.ReadAsync(actor)).Any(w => w.Id == scene.Directory.Workspace)),
        ["BoardDirectory.ReadInstanceAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.Boards.ReadInstanceAsync(actor)),
        ["BoardDirectory.ReadMembersAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.Boards.ReadMembersAsync(actor, scene.Directory.Workspace)),
        ["BoardDirectory.ReadOwnAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.Boards.ReadOwnAsync(actor)),
        ["BoardDirectory.ReadRailAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.Boards.ReadRailAsync(actor)),
        ["NotificationService.ChangeWishAsync"] = async (scene, actor) =>
            Of(
                (
                    await scene.Directory.Notifications.ChangeWishAsync(
                        actor,
                        new NotificationWish(NotificationMailMode.Off, [], [])
                    )
                ).Refusal
            ),
        ["DirectoryService.ChangePersonAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Service.ChangePersonAsync(actor, "New", color: 12)).Refusal),
        ["DirectoryService.CreateWorkspaceAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Service.CreateWorkspaceAsync(actor, "New")).Refusal),
        ["DirectoryService.RemoveMemberAsync"] = async (scene, actor) =>
            Of(
                (
                    await scene.Directory.Service.RemoveMemberAsync(
                        actor,
                        scene.Directory.Workspace,
                        scene.Colleague.PersonId
                    )
                ).Refusal
            ),
        ["DirectoryService.RenameWorkspaceAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Service.RenameWorkspaceAsync(actor, scene.Directory.Workspace, "New")).Refusal),
        ["InstanceService.NoteDeedAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Instance.NoteDeedAsync(actor, AuditKind.BackupMade, "")).Refusal),
        ["InstanceService.SetBackupPlanAsync"] = async (scene, actor) =>
            Of(
                (await scene.Directory.Instance.SetBackupPlanAsync(actor, BackupPlan.Default with { Kept = 3 })).Refusal
            ),
        ["InstanceService.SetRegistrationOpenAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Instance.SetRegistrationOpenAsync(actor, isOpen: true)).Refusal),
        ["InstanceService.SetSecondStepDemandAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Instance.SetSecondStepDemandAsync(actor, SecondStepDemand.Owners)).Refusal),
        ["AccountAdministration.CreateResetAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Accounts.CreateResetAsync(actor, scene.Colleague.PersonId)).Refusal),
        ["AccountAdministration.DeleteAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Accounts.DeleteAsync(actor, scene.Colleague.PersonId)).Refusal),
        ["AccountAdministration.DeleteOwnAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Accounts.DeleteOwnAsync(actor)).Refusal),
        ["AccountAdministration.SetAdministratorAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Accounts.SetAdministratorAsync(actor, scene.Colleague.PersonId, true)).Refusal),
        ["AccountAdministration.SetDisabledAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Accounts.SetDisabledAsync(actor, scene.Colleague.PersonId, true)).Refusal),
        ["AccountAdministration.SignOutAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Accounts.SignOutAsync(actor, scene.Colleague.PersonId)).Refusal),
        ["AccountAdministration.TakeSecondStepAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Accounts.TakeSecondStepAsync(actor, scene.Colleague.PersonId)).Refusal),
        ["AccountDirectory.ReadAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.AccountList.ReadAsync(actor, "", page: 0)),
        ["AccountDirectory.ReadAuditAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.AccountList.ReadAuditAsync(actor, new AuditFilter())),
        ["DirectoryService.SetDefaultDashboardAsync"] = async (scene, actor) =>
            Of(
                (
                    await scene.Directory.Service.SetDefaultDashboardAsync(
                        actor,
                        scene.Directory.Workspace,
                        scene.DashboardId
                    )
                ).Refusal
            ),
        ["DirectoryService.SetRoleAsync"] = async (scene, actor) =>
            Of(
                (
                    await scene.Directory.Service.SetRoleAsync(
                        actor,
                        scene.Directory.Workspace,
                        scene.Colleague.PersonId,
                        WorkspaceRole.Owner
                    )
                ).Refusal
            ),
        ["InvitationService.AcceptAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Invitations.AcceptAsync(actor, scene.Secret)).Refusal),
        ["InvitationService.CreateAsync"] = async (scene, actor) =>
            Of(
                (
                    await scene.Directory.Invitations.CreateAsync(
                        actor,
                        scene.Directory.Workspace,
                        WorkspaceRole.Member
                    )
                ).Refusal
            ),
        ["InvitationService.ListAsync"] = async (scene, actor) =>
            OfAny((await scene.Directory.Invitations.ListAsync(actor, scene.Directory.Workspace)).Count > 0),
        ["InvitationService.RevokeAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Invitations.RevokeAsync(actor, scene.InvitationId)).Refusal),
        ["MetricService.ListAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.Metrics.ListAsync(actor, scene.Directory.Workspace)),
        ["MetricService.ReadPointsAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.Metrics.ReadPointsAsync(actor, scene.SeriesId, 10)),
        ["MetricService.CreateSeriesAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Metrics.CreateSeriesAsync(actor, scene.Directory.Workspace, NewMetric)).Refusal),
        ["MetricService.ChangeSeriesAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Metrics.ChangeSeriesAsync(actor, scene.SeriesId, NewMetric)).Refusal),
        ["MetricService.RemoveSeriesAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Metrics.RemoveSeriesAsync(actor, scene.SeriesId)).Refusal),
        ["MetricService.EnterPointAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Metrics.EnterPointAsync(actor, scene.SeriesId, at: null, value: 7)).Refusal),
        ["MetricService.ChangePointAsync"] = async (scene, actor) =>
            Of(
                (
                    await scene.Directory.Metrics.ChangePointAsync(
                        actor,
                        scene.SeriesId,
                        scene.Now,
                        scene.Now.AddHours(-1),
                        value: 7
                    )
                ).Refusal
            ),
        ["MetricService.RemovePointAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Metrics.RemovePointAsync(actor, scene.SeriesId, scene.Now)).Refusal),
        ["ApiTokenService.CreateAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Tokens.CreateAsync(actor, scene.Directory.Workspace, "New")).Refusal),
        ["ApiTokenService.ListAsync"] = async (scene, actor) =>
            OfAny((await scene.Directory.Tokens.ListAsync(actor, scene.Directory.Workspace)).Count > 0),
        ["ApiTokenService.RevokeAsync"] = async (scene, actor) =>
            Of((await scene.Directory.Tokens.RevokeAsync(actor, scene.TokenId)).Refusal),
        ["WorkReader.ReadAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.Work.ReadAsync(actor, scene.Colleague.PersonId)),
        ["PersonalDataReader.ReadAsync"] = async (scene, actor) =>
            OfFound(await scene.Directory.PersonalData.ReadAsync(actor)),
    };

    public static Task<string> AskAsync(string operation, DirectoryScene scene, Actor actor) =>
        All.TryGetValue(operation, out var ask)
            ? ask(scene, actor)
            : throw new InvalidOperationException($"How is {operation} asked for?");
}
