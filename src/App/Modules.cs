using Pupitre.Checks;
using Pupitre.Evidence;
using Pupitre.Flows;
using Pupitre.Intake;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Feeds;
using Pupitre.Platform.Following;
using Pupitre.Platform.Guardrails;
using Pupitre.Platform.Links;
using Pupitre.Platform.People;
using Pupitre.Platform.Privacy;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Today;
using Pupitre.Processes;
using Pupitre.ServiceLevels;
using Pupitre.Sourcing;
using Pupitre.Start;

namespace Pupitre.App;

/// <summary>The capabilities that this program is made of. Adding one is adding a line here.</summary>
internal static class Modules
{
    public static readonly IReadOnlyList<Module> All =
    [
        new FollowingModule(), new RecurringModule(), new TodayModule(),
        new LinksModule(), new FeedsModule(), new PeopleModule(), new GuardrailsModule(), new PrivacyModule(), new ProcessesModule(), new SourcingModule(), new EvidenceModule(), new IntakeModule(), new ServiceLevelsModule(), new FlowsModule(), new ChecksModule(), new StartModule(),
    ];
}
