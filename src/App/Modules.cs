using Pupitre.Checks;
using Pupitre.Evidence;
using Pupitre.Flows;
using Pupitre.Intake;
using Pupitre.Platform.Extension;
using Pupitre.Platform.People;
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
        new PeopleModule(), new ProcessesModule(), new SourcingModule(), new EvidenceModule(), new IntakeModule(), new ServiceLevelsModule(), new FlowsModule(), new ChecksModule(), new StartModule(),
    ];
}
