using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Motif.Backends;
using Motif.Backends.OpenAi;
using Motif.Backends.Redis;
using Motif.Backends.Webhooks;
using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Server.Api;
using Motif.Server.Http;
using Motif.Server.Jobs;
using Motif.Server.Mcp;
using Motif.Server.Operations;

namespace Motif.Server.Hosting;

/// <summary>The HTTP server of Motif: its parts, and the way a request takes through them.</summary>
public static class MotifServer
{
    /// <summary>
    /// A server that is ready to start. Starting migrates the database; it throws <see cref="ServerRefusedException"/> where
    /// keys are needed and none exists.
    /// </summary>
    /// <param name="configure">Replaces or adds parts before the server is built.</param>
    /// <exception cref="ServerRefusedException">An option lies outside its range.</exception>
    public static WebApplication Build(
        MotifServerOptions options,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = Environments.Production,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, options));
        AddParts(builder.Services, options);
        AddLogging(builder.Logging);
        configure?.Invoke(builder);
        var app = builder.Build();
        UseParts(app, options);
        MapParts(app, options);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, MotifServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
        kestrel.Limits.MaxRequestLineSize = RequestHead.Slack * RequestHead.MaxLineBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = RequestHead.Slack * RequestHead.MaxHeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = RequestHead.Slack * RequestHead.MaxHeaders;
    }

    private static void AddParts(IServiceCollection services, MotifServerOptions options)
    {
        AddEngine(services, options);
        services
            .AddSingleton(options)
            .AddSingleton<ServerClock>()
            .AddSingleton<Dashboard>()
            .AddSingleton<ServerMetrics>()
            .AddSingleton<PersonaGauges>()
            .AddSingleton<MetricsExposition>()
            .AddSingleton<RequestLog>()
            .AddSingleton<RequestGuards>()
            .AddSingleton<RequestRates>()
            .AddSingleton<Idempotency>()
            .AddSingleton<MatchHealth>()
            .AddSingleton<JobHealth>()
            .AddSingleton<ScanRoots>()
            .AddSingleton<ScanJobs>()
            .AddSingleton<DiscoveryWorker>()
            .AddSingleton<IExceptionHandler, ProblemWriter>();
        services
            .AddHostedService<ServerStart>()
            .AddHostedService<Telemetry>()
            .AddHostedService<IdempotencyCleanup>()
            .AddHostedService<ConfidenceRefit>()
            .AddHostedService<IndexLoad>()
            .AddHostedService<ReplyDispatchJob>()
            .AddHostedService<ApprovalAlarmsJob>()
            .AddHostedService<ConfidenceDecayJob>()
            .AddHostedService(provider => provider.GetRequiredService<DiscoveryWorker>())
            .AddHostedService<DiscoveryViews>()
            .AddHostedService<DailyDiscovery>()
            .AddHostedService(provider => provider.GetRequiredService<ScanJobs>());
        services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(options.ShutdownSeconds)
        );
        services.ConfigureHttpJsonOptions(json => MotifJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<IProblemDetailsWriter, ProblemDetailsWriter>().AddProblemDetails();
        // The core alone: the rest of ASP.NET's authentication would keep keys of its own on disk, for cookies.
        services
            .AddAuthenticationCore(authentication =>
            {
                authentication.AddScheme<ApiKeyAuthentication>(
                    ApiKeyAuthentication.SchemeName,
                    null
                );
                authentication.DefaultScheme = ApiKeyAuthentication.SchemeName;
            })
            .AddWebEncoders()
            .AddTransient<ApiKeyAuthentication>();
        services.AddAuthorization(ApiKeyAuthentication.AddPolicies);
        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins([.. options.CorsOrigins])
                    .AllowAnyHeader()
                    .AllowAnyMethod()
                    .WithExposedHeaders(
                        "ETag",
                        "Location",
                        "X-Request-Id",
                        Idempotency.ReplayedName
                    )
            )
        );
        services.AddMcp();
        services.AddOpenApi("v1", OpenApiDescription.Configure);
    }

    private static void AddEngine(IServiceCollection services, MotifServerOptions options)
    {
        try
        {
            var motif = services
                .AddMotif()
                .UseDatabase(options.Database)
                .UseLexicon(options.Lexicon);
            if (options.Embedding is { } endpoint)
                motif.UseOpenAiEmbeddings(endpoint);
            motif.UseSentenceModel(options.Model);
            motif.UseRedis(Environment.GetEnvironmentVariable);
            motif.UseChat(Environment.GetEnvironmentVariable);
            motif.UseReplyWebhook(Environment.GetEnvironmentVariable);
            motif.UseVectors(options.Vectors, options.Database);
            if (services.Any(s => s.ServiceType == typeof(VectorSync)))
                services.AddHostedService<VectorSyncJob>();
        }
        catch (ValidationException exception)
        {
            throw new ServerRefusedException(exception.Message);
        }
        catch (ArgumentException exception)
        {
            // The parameter's name tells nothing to those who set a variable.
            var end = exception.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
            throw new ServerRefusedException(
                end < 0 ? exception.Message : exception.Message[..end]
            );
        }
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "O";
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It would log every exception a second time, before it is known to be a mistake of the caller.
        logging.AddFilter(
            "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware",
            LogLevel.None
        );
    }

    /// <summary>The way of a request, from outside in. The order matters: each line relies on those above it.</summary>
    private static void UseParts(WebApplication app, MotifServerOptions options)
    {
        app.Use(app.Services.GetRequiredService<RequestLog>().WriteAsync);
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler();
        app.UseStatusCodePages(context =>
            ProblemWriter.WriteAsync(
                context.HttpContext,
                ProblemWriter.OfStatus(context.HttpContext)
            )
        );
        app.Use(HeadRequests.AnswerAsync);
        app.Use(RequestHead.RefuseAsync);
        app.Use(app.Services.GetRequiredService<RequestGuards>().CheckAsync);
        app.Use(QueryNames.ReadAsync);
        app.Use(BodyEncoding.RefuseAsync);
        app.Services.GetRequiredService<Dashboard>().UseFiles(app);
        OpenApiDescription.UsePage(app);
        app.UseRouting();
        // Routing has set the endpoint's own limit by now.
        app.Use(BodyLimit.RefuseAsync);
        if (options.CorsOrigins.Count > 0)
            app.UseCors();
        app.UseAuthentication();
        // Callers are told apart by their key; a wrong key counts for its address.
        app.Use(app.Services.GetRequiredService<RequestRates>().LimitAsync);
        app.UseAuthorization();
        app.Use(app.Services.GetRequiredService<Idempotency>().AnswerAsync);
    }

    private static void MapParts(WebApplication app, MotifServerOptions options)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapOperations();
        app.MapMcp();
        app.MapDecisionChannel();
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization(WireName.Of(Storage.ApiScope.Reader))
            .KnownQueryOnly()
            .StorableOnly();
        api.MapMatch();
        api.MapPatterns();
        api.MapSimilarPatterns();
        api.MapTransfer(options);
        api.MapRelationships();
        api.MapLedger();
        api.MapUsage(options);
        api.MapCodeScans();
        api.MapCodePlaces();
        api.MapJudgements();
        api.MapContent(options);
        api.MapDecisions(options);
        api.MapItems(options);
        api.MapDiscovery();
        api.MapExperiments(options);
        api.MapCodeRepositories();
        api.MapOverview();
        api.MapSystem();
        app.Services.GetRequiredService<Dashboard>().MapPages(app);
        // Listeners hear only of instruments that are published after them or still there; begin with the server.
        app.Services.GetRequiredService<MetricsExposition>();
        app.Services.GetRequiredService<ServerMetrics>();
        app.Services.GetRequiredService<PersonaGauges>();
    }
}
