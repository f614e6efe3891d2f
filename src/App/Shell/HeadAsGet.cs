namespace Pupitre.App.Shell;

/// <summary>HEAD is answered as GET is: the same status and headers. That no body follows is the server's own work.</summary>
internal static class HeadAsGet
{
    public static void Use(IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });
}
