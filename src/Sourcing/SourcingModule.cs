using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Deciding.Decisions;
using Pupitre.Gathering.Guardrails;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Sample;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Edits;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;
using Pupitre.Sourcing.Sample;
using Pupitre.Sourcing.Search;

namespace Pupitre.Sourcing;

/// <summary>Who does the work for the company, under which contract, and what was agreed.</summary>
public sealed class SourcingModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        Provider.Kind => $"providers/{subject.Id}",
        Contract.SubjectKind => $"contracts/{subject.Id}",
        Commitment.SubjectKind => $"commitments/{subject.Id}",
        CompanyCalendar.Kind => $"calendars/{subject.Id}",
        CompanyProfile.Kind or "company" => "profile",
        _ => null,
    };

    public override string? ValueOf(string key, string text) => (key, text) switch
    {
        (_, HandedOverBlind.Name) => Texts.Guardrail_Blind,
        ("ScopeKind", Provider.Kind) => Texts.Kind_provider,
        _ => null,
    };

    public override void Register(IServiceCollection services)
    {
        services.AddScoped<IGuardrail, HandedOverBlind>().AddScoped<IPersonalData, PersonalAgreements>();
        services.AddScoped<ContactPersons>().AddScoped<IPersonDuties, ProviderPeople>().AddScoped<IPersonSides, ProviderPeople>();
        services.AddScoped<CreateProvider>().AddScoped<EditProvider>().AddScoped<ArchiveProvider>().AddScoped<RestoreProvider>().AddScoped<ReadProviders>();
        services.AddScoped<HandOverGate>().AddScoped<CreateContract>().AddScoped<PrepareContract>().AddScoped<EditContract>().AddScoped<ContractChanges>().AddScoped<ArchiveContract>().AddScoped<RestoreContract>()
            .AddScoped<ReadContracts>().AddScoped<ContractChoices>().AddScoped<AttachContractFile>().AddScoped<DetachContractFile>()
            .AddScoped<RenewContract>().AddScoped<WithdrawRenewal>().AddScoped<MergeEdits>();
        services.AddScoped<CreateCalendar>().AddScoped<StandardCalendars>().AddScoped<ChangeCalendar>().AddScoped<ArchiveCalendar>().AddScoped<RestoreCalendar>();
        services.AddScoped<DescribeCompany>();
        services.AddScoped<ObserveCommitment>().AddScoped<ProposeTargets>();
        services.AddScoped<AdoptTemplate>().AddScoped<AcceptCommitment>().AddScoped<ArchiveCommitment>().AddScoped<RestoreCommitment>().AddScoped<ReadCommitments>()
            .AddScoped<CreateCommitment>().AddScoped<ChangeCommitment>().AddScoped<CommitmentChecks>().AddScoped<RefuseClosedDays>().AddScoped<PrepareCommitment>().AddScoped<PreviewCommitment>()
            .AddScoped<CommitmentChoices>().AddScoped<ExampleDates>().AddScoped<ReadReadyCommitments>().AddScoped<ReadCommitmentLinks>().AddScoped<TakeBackVersion>().AddScoped<IReceivedFiles, ReadContractFiles>();
        services.AddSingleton(new PageSection(Process.Kind, 50, Permit.ReadSourcing, typeof(ProcessOutsourcing)) { Anchor = "handed-over", Title = () => Texts.Process_HandedOver }).AddScoped<IListColumn, ProcessProviders>().AddScoped<IProcessFacts, ProvidersOfProcesses>();
        services.AddSingleton(new PageSection(Decision.Kind, 10, Permit.EditSourcing, typeof(ContractOfDecision)));
        services.AddSingleton(new ReadyCommitmentLinks(number => CommitmentTemplates.Find(number)?.Name.ToString(), (number, process) => $"commitments/ready/{number}?process={process}"));
        services.AddSingleton(new CompanySection(20, "profile", () => Texts.Profile_Menu, Permit.EditSourcing));
        services.AddSingleton(new CompanySection(
            30, "calendars", () => Texts.Calendar_Menu, Permit.ReadSourcing, IsInMenu: true, State: CalendarsState.ReadAsync));
        services.AddScoped<ISampleChapter, CompleteProviders>().AddScoped<ISampleChapter, SignLetters>()
            .AddScoped<ISampleChapter, LiveWithGuardrail>();
        services.AddScoped<ISearch, SearchProviders>().AddScoped<ISearch, SearchContracts>().AddScoped<ISearch, SearchCommitments>();
        services.AddValidation();
    }

    public override void ConfigureModel(ModelBuilder model) => SourcingModel.Configure(model);

    public override void DeclareScope(ScopeRules scope, Db db) => SourcingScope.Declare(scope, db);

    public override void MapRoutes(IEndpointRouteBuilder routes) => SourcingRoutes.Map(routes);

    public override IEnumerable<MenuItem> Menu =>
    [
        new MenuItem(MenuGroup.Providers, 10, "providers", () => Texts.Menu, Permit.ReadSourcing),
        new MenuItem(MenuGroup.Providers, 20, "contracts", () => Texts.Contract_Menu, Permit.ReadSourcing),
        new MenuItem(MenuGroup.Providers, 30, "commitments", () => Texts.Commitment_MenuShort, Permit.ReadSourcing),
    ];
}
