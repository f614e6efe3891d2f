using System.Reflection;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>What is left out of the run on PostgreSQL truly asks no database.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class DatabaseTraitTests
{
    private static readonly string[] _doors = [nameof(RunningPupitre), nameof(SampledPupitre), nameof(StartedProgram), nameof(SampledCollection), "CreatePreparedAsync", "CreateAsync()"];

    public static TheoryData<string> Classes => [.. typeof(DatabaseTraitTests).Assembly.GetTypes().Where(IsMarked).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_class_that_is_said_to_ask_no_database_names_none(string name)
    {
        if (name == nameof(DatabaseTraitTests))
        {
            return;
        }

        var source = Repository.Read(Repository.FilesBelow("tests/Product.Tests", ".cs").Single(file => Path.GetFileNameWithoutExtension(file) == name));

        _doors.Where(door => source.Contains(door, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static bool IsMarked(Type type) => type.GetCustomAttributes<TraitAttribute>().Any(trait => trait is { Name: TestDatabase.Trait, Value: TestDatabase.None });
}
