using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What is stored and the migrations that make it, on the database of the run.</summary>
public sealed class ModelTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Every_change_of_the_model_has_its_migration()
    {
        await using var scope = pupitre.Services.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<Db>().Database.HasPendingModelChanges()
            .ShouldBeFalse("Make it: dotnet dev.cs migration NAME.");
    }
}
