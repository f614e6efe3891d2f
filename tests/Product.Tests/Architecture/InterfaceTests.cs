using Pupitre.App;
using Pupitre.Platform.Access;

namespace Pupitre.Product.Tests.Architecture;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class InterfaceTests
{
    /// <summary>Contributions: what one module asks of those above it, each of which answers once.</summary>
    private static readonly string[] _stated =
    [
        "IFollowHistory", "IHoldsRules", "IImportEffects", "IOpenDropped", "IPersonSides", "IPreviewCommitment", "IProposeTargets",
        "IReceiveAnswers",
        "IRestsOnVersion", "ISeenEvents", "IStateWorkDay",
    ];

    [Fact]
    public void No_interface_has_a_single_implementation()
    {
        var types = Modules.All.Select(module => module.GetType().Assembly).Append(typeof(Modules).Assembly).Append(typeof(RequiresPermitAttribute).Assembly)
            .Append(typeof(Kernel.Refused).Assembly).Append(typeof(Pupitre.Mining.XesReader).Assembly).Append(typeof(Pupitre.Deliverables.Fec.CheckFec).Assembly).Distinct().SelectMany(assembly => assembly.GetTypes()).ToList();

        var lonely = types.Where(type => type.IsInterface && !_stated.Contains(type.Name, StringComparer.Ordinal))
            .Where(type => types.Count(candidate => candidate.IsClass && !candidate.IsAbstract && type.IsAssignableFrom(candidate)) < 2);

        lonely.Select(type => type.FullName).ShouldBeEmpty("Use the class itself; an interface is for what really comes in several kinds.");
    }

    [Fact]
    public void No_class_has_a_name_that_says_nothing()
    {
        string[] empty = ["Manager", "Helper", "Service", "Processor", "Util", "Utils", "Dto"];
        var types = Modules.All.Select(module => module.GetType().Assembly).Append(typeof(Modules).Assembly).Append(typeof(RequiresPermitAttribute).Assembly)
            .Append(typeof(Kernel.Refused).Assembly).Append(typeof(Pupitre.Mining.XesReader).Assembly).Append(typeof(Pupitre.Deliverables.Fec.CheckFec).Assembly).Distinct().SelectMany(assembly => assembly.GetTypes());

        types.Where(type => empty.Any(end => type.Name.EndsWith(end, StringComparison.Ordinal))).Select(type => type.FullName).ShouldBeEmpty();
    }
}
