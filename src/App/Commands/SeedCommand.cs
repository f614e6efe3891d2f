using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Start.Sample;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre seed</c>: loads the sample company into a data folder, with an account to see it when there is none.</summary>
internal static class SeedCommand
{
    public const string DefaultEmail = "helene.marchebelle@ateliers-marchebelle.example";

    private const int PasswordBytes = 12;

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = Texts.Cli_Data, DefaultValueFactory = _ => "./data" };
        var database = new Option<string?>("--database")
        {
            Description = Texts.Cli_Database,
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PUPITRE_DATABASE"),
        };
        var email = new Option<string>("--email") { Description = Texts.Cli_SeedEmail, DefaultValueFactory = _ => DefaultEmail };
        var seed = new Command("seed", Texts.Cli_Seed) { data, database, email };
        seed.SetAction(async (parsed, token) =>
        {
            var place = new DataPlace(parsed.GetRequiredValue(data), parsed.GetValue(database) is { Length: > 0 } postgres ? postgres : null);
            using var folder = DataFolderLock.Take(place);
            await using var server = Server.Build(place, "http://127.0.0.1:0");
            await Server.PrepareAsync(server, token);
            await SeedAsync(server.Services, parsed.GetRequiredValue(email), token);
            return CommandLine.Done;
        });
        return seed;
    }

    private static async Task SeedAsync(IServiceProvider services, string email, CancellationToken token)
    {
        await using var outer = services.CreateAsyncScope();
        var account = await AccountAsync(outer.ServiceProvider, email, token);
        var (company, isNew) = await outer.ServiceProvider.GetRequiredService<CreateSampleCompany>().RunAsync(account.Id, token);
        if (isNew)
        {
            await using var inner = services.CreateAsyncScope();
            inner.ServiceProvider.GetRequiredService<Tenant>().Enter(company, account.Id, Roles.PermitsOf(Role.Owner));
            await inner.ServiceProvider.GetRequiredService<LoadSampleCompany>().RunAsync(ReportAsync, token);
        }

        await Console.Out.WriteLineAsync(Texts.Cli_Seeded.With(company.Name, company.Slug));
    }

    // Who has an account keeps it; on a fresh folder somebody has to be able to sign in.
    private static async Task<Platform.Access.Account> AccountAsync(IServiceProvider services, string email, CancellationToken token)
    {
        var known = await services.GetRequiredService<Db>().Users.OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(row => row.Email == email, token);
        if (known is not null)
        {
            return known;
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        var account = new Platform.Access.Account { UserName = email, Email = email, DisplayName = "Hélène Marchebelle", CreatedAt = services.GetRequiredService<IClock>().GetCurrentInstant() };
        var made = await services.GetRequiredService<UserManager<Platform.Access.Account>>().CreateAsync(account, password);
        if (!made.Succeeded)
        {
            throw new Refused(made.Errors.First().Description);
        }

        await Console.Out.WriteLineAsync(Texts.Cli_SeedAccount.With(email, password));
        return account;
    }

    private static Task ReportAsync(long done, long total) => Console.Error.WriteLineAsync($"{done}/{total}");
}
