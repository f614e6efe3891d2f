using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.App;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>What needs much knows too much: an operation that is missing has no name yet.</summary>
[Collection(SampledCollection.Name)]
public sealed class DependenciesTests(SampledPupitre sample)
{
    private const int Most = 5;

    private static readonly IReadOnlyList<Assembly> _assemblies = [.. Modules.All.Select(module => module.GetType().Assembly)
        .Append(typeof(Pupitre.Platform.PlatformSetup).Assembly).Append(typeof(Modules).Assembly).Distinct()];

    [Fact]
    public void No_constructor_takes_more_than_five_dependencies() =>
        Constructors().Where(made => made.Needs.Count > Most).Select(made => $"{made.Type.FullName} needs {string.Join(", ", made.Needs)}")
            .ShouldBeEmpty();

    /// <summary>A record of operations is five dependencies under one name.</summary>
    [Fact]
    public void No_bag_hides_them() =>
        Constructors().Where(made => made.Needs.Count > 1 && made.Type.GetMethod("<Clone>$") is not null).Select(made => made.Type.FullName)
            .ShouldBeEmpty();

    private IEnumerable<(Type Type, IReadOnlyList<string> Needs)> Constructors()
    {
        var known = sample.Pupitre.Services.GetRequiredService<IServiceProviderIsService>();
        return from assembly in _assemblies
               from type in assembly.GetTypes()
               where type is { IsClass: true, IsAbstract: false }
               from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
               let needs = constructor.GetParameters().Select(parameter => parameter.ParameterType)
                   .Where(need => !need.IsGenericTypeDefinition && known.IsService(need)).ToList()
               where needs.Count > 0
               select (type, (IReadOnlyList<string>)[.. needs.Select(need => need.Name)]);
    }
}
