using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.App;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Data that another version of the program wrote: what cannot be read as it stands is refused with a reason, and nothing of it is changed.</summary>
public sealed class OtherVersionsTests
{
    [Theory]
    [InlineData("20261127123750_AddStepDoers", "0.2.0")]
    [InlineData("29991231235959_Later", "29991231235959_Later")]
    public async Task Data_of_another_version_are_refused_with_its_name_and_left_as_they_are(string migration, string named)
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreatePreparedAsync();
        await using var server = Server.Build(database.Place, "http://127.0.0.1:0", new TestClock());
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Database.ExecuteSqlAsync($"""update "__EFMigrationsHistory" set migration_id = {migration}""", token);

        var refusal = await Should.ThrowAsync<Refused>(() => Server.PrepareAsync(server, token));

        refusal.Message.ShouldContain(named);
        (await db.Database.GetAppliedMigrationsAsync(token)).ShouldBe([migration]);
    }
}
