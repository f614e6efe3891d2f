using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Extension;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Tenancy;
using Pupitre.Sample;
using Pupitre.Sample.Files;
using Pupitre.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>The operations of the sample company, and downloads of its files, so that a newcomer can try the drop without any of their own.</summary>
internal static class SampleRoutes
{
    public const string ArchiveName = "fichiers-d-essai.zip";

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<CreateSampleCompany>().AddScoped<OpenSampleCompany>().AddScoped<RemoveSampleCompany>();
        services.AddScoped<ISampleChapter, FillFirstPage>().AddScoped<LoadSampleCompany>();
        services.AddSingleton(LoadSampleCompany.Job);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/{company}/sample/files/" + ArchiveName, Archive).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
        routes.MapAnswer("/{company}/sample/files/{name}", File).WithMetadata(new RequiresPermitAttribute(Permit.ReadService));
    }

    /// <summary>The files as of now; those of a sample company as of the day it was loaded, which it was loaded from.</summary>
    public static IReadOnlyList<SampleFile> FilesFor(Tenant tenant, IClock clock) =>
        SampleFiles.Of(SampleWorld.At(tenant.Company.IsSample ? tenant.Company.CreatedAt : clock.GetCurrentInstant()));

    private static IResult File(string name, Tenant tenant, IClock clock)
    {
        var file = FilesFor(tenant, clock).FirstOrDefault(file => file.Name == name) ?? throw new NotFound();
        return Results.File(file.Content, "application/octet-stream", file.Name);
    }

    private static IResult Archive(Tenant tenant, IClock clock)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in FilesFor(tenant, clock))
            {
                using var entry = archive.CreateEntry(file.Name, CompressionLevel.Fastest).Open();
                entry.Write(file.Content);
            }
        }

        return Results.File(output.ToArray(), "application/zip", ArchiveName);
    }
}
