using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Gathering.Today;
using Pupitre.Intake.Bank;
using Pupitre.Intake.Files;
using Pupitre.Intake.Preview;
using Pupitre.Intake.Sample;
using Pupitre.Intake.Settings;
using Pupitre.Intake.Tracking;
using Pupitre.Intake.Tray;
using Pupitre.Intake.Typed;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Recognition.Contents;
using Pupitre.Sample;
using Pupitre.Sample.Files;

namespace Pupitre.Intake;

/// <summary>Files as they come: taken in, recognised, proposed where they belong, placed by a person.</summary>
public sealed class IntakeModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind
        is EvidenceSettings.Kind or PlacementRule.Kind ? "evidence" : null;

    /// <summary>What was read of a file leads to its reading; a rule of placement leads to the commitment that it proposes.</summary>
    public override string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        subject.Kind == EvidenceFile.Kind && details.ContainsKey("Columns") ? $"evidence/tracking/{subject.Id}"
        : subject.Kind == EvidenceFile.Kind && details.ContainsKey("Placed") ? $"evidence/bank/{subject.Id}"
        : subject.Kind == PlacementRule.Kind && details.TryGetValue("CommitmentId", out var commitment) && Guid.TryParse(commitment, out var id) ? $"commitments/{id}"
        : null;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        services.AddSingleton<RecogniseFile>().AddScoped<TakeContent>().AddScoped<WeighDates>().AddScoped<KeepProposals>().AddScoped<RecogniseReceived>().AddScoped<PlaceDropped>().AddScoped<ReceiveFile>();
        services.AddScoped<ProposeCells>().AddScoped<PlaceFile>().AddScoped<WithdrawProof>().AddScoped<ForgetPlacement>().AddScoped<ConfirmIdentity>().AddScoped<DescribeMail>();
        services.AddScoped<ReadCellChoices>().AddScoped<NarrowFiles>().AddScoped<FindFiles>().AddScoped<OpenedFiles>().AddScoped<ReadTray>().AddScoped<ReadPreview>().AddScoped<ReadFilePage>();
        services.AddScoped<ReadChoice>().AddScoped<TakeBackFiles>().AddScoped<ActOnFiles>().AddScoped<LeadToDropped>().AddScoped<ReadAcceptance>();
        services.AddScoped<TypeOccurrence>().AddScoped<TypeCase>().AddScoped<ReadTracking>().AddScoped<PlaceTracking>().AddScoped<ReadBank>().AddScoped<PlaceBankLines>().AddScoped<DescribeBankRules>();
        services.AddScoped<ISearch, SearchFiles>().AddScoped<IToday, FilesToday>().AddScoped<ISampleChapter, SayOwnServer>();
        foreach (var kind in Enum.GetValues<SampleFileKind>())
        {
            services.AddScoped<ISampleChapter>(provider => ActivatorUtilities.CreateInstance<DropFile>(provider, kind));
        }
    }

    public override void ConfigureModel(ModelBuilder model) => IntakeModel.Configure(model);

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        EvidenceRoutes.Map(routes);
        ArrivingRoutes.Map(routes);
        ContentRoutes.Map(routes);
        ChoiceRoutes.Map(routes);
        TrackingRoutes.Map(routes);
        BankRoutes.Map(routes);
    }

    public override IEnumerable<MenuItem> Menu => [new MenuItem(MenuGroup.Documents, 10, "evidence", () => Texts.Evidence_Menu, Permit.ReadService)];
}
