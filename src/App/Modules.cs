using Pupitre.Checks;
using Pupitre.Collecting;
using Pupitre.ContractLife;
using Pupitre.Deciding;
using Pupitre.Evidence;
using Pupitre.Flows;
using Pupitre.Gathering.Exports;
using Pupitre.Gathering.Feeds;
using Pupitre.Gathering.Guardrails;
using Pupitre.Gathering.Privacy;
using Pupitre.Gathering.Today;
using Pupitre.Intake;
using Pupitre.Notices;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Following;
using Pupitre.Platform.Links;
using Pupitre.Platform.People;
using Pupitre.Platform.Recurring;
using Pupitre.Processes;
using Pupitre.ProcessMap;
using Pupitre.ServiceLevels;
using Pupitre.Sourcing;
using Pupitre.Start;
using Pupitre.TwoSides;

namespace Pupitre.App;

/// <summary>The capabilities that this program is made of. Adding one is adding a line here.</summary>
internal static class Modules
{
    public static readonly IReadOnlyList<Module> All =
    [
        new FollowingModule(), new RecurringModule(), new ExportsModule(), new TodayModule(),
        new LinksModule(), new FeedsModule(), new PeopleModule(), new GuardrailsModule(), new PrivacyModule(),
        new ProcessesModule(), new ProcessMapModule(), new DecidingModule(), new SourcingModule(), new ContractLifeModule(), new EvidenceModule(), new IntakeModule(), new CollectingModule(),
        new ServiceLevelsModule(), new TwoSidesModule(), new NoticesModule(), new FlowsModule(), new ChecksModule(), new StartModule(),
    ];
}
