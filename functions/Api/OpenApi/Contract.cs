using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The contract at <c>/openapi/v1.json</c> (OpenAPI 3.1): made from the endpoints and the catalogue, so that it can't lag behind them.</summary>
internal static class Contract
{
    private const string Bearer = "bearer";

    public static void Add(IServiceCollection services)
    {
        // Only the contract reads these; the answers themselves are written with the options of the kernel.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.DefaultIgnoreCondition = CaseJson.Options.DefaultIgnoreCondition;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            foreach (var converter in CaseJson.Options.Converters)
                options.SerializerOptions.Converters.Add(converter);
        });
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => ApiPaths.Cover($"/{description.RelativePath}");
            options.AddDocumentTransformer(Introduce);
            options.AddOperationTransformer(Describe);
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        // Where the API Design Rules want it: under the API itself.
        routes.MapOpenApi("/api/{documentName}/openapi.json");
    }

    /// <summary>Whether a path is that of the contract, which any page of anyone may read.</summary>
    public static bool IsAt(PathString path) => path == "/openapi/v1.json" || path == $"{ApiPaths.Root}/openapi.json";

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "WobWorkflow",
            Version = "1.0.0",
            Description = "Verzoeken om overheidsinformatie (Wob en Woo), van ontvangst tot het laatste besluit.",
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        // Paths are absolute; which host answers is nothing that a contract knows.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
            Description = "Claims: sub, name, email, roles, agency, clearance.",
        };
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            AddProblem(operation, 401, "Geen geldig token");
        }

        foreach (var parameter in metadata.OfType<QueryParameter>())
            (operation.Parameters ??= []).Add(Of(parameter));
        var method = context.Description.HttpMethod;
        if ((HttpMethods.IsPost(method ?? "") || HttpMethods.IsPut(method ?? "")) && !metadata.OfType<RepeatedAtWill>().Any())
            (operation.Parameters ??= []).Add(Header(IdempotencyKeys.Header, "Hetzelfde verzoek met dezelfde sleutel wordt één keer gedaan; ten hoogste 255 tekens."));
        if (operation.Responses?.ContainsKey("412") == true)
            (operation.Parameters ??= []).Add(Header("If-Match", "De ETag van wat u zag: de stap wordt geweigerd als er sindsdien iets is gewijzigd."));
        if (metadata.OfType<BodySchema>().FirstOrDefault() is { } body)
            operation.RequestBody = Of(body, context.Document!);
        return Task.CompletedTask;
    }

    private static void AddProblem(OpenApiOperation operation, int status, string description)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemAnswer.MediaType] = new OpenApiMediaType() },
        });
    }

    private static OpenApiParameter Of(QueryParameter parameter)
    {
        var schema = new OpenApiSchema
        {
            Type = parameter.Type switch { "boolean" => JsonSchemaType.Boolean, "integer" => JsonSchemaType.Integer, _ => JsonSchemaType.String },
            Format = parameter.Format,
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Required = parameter.Required,
            Schema = parameter.Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema } : schema,
        };
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiRequestBody Of(BodySchema body, OpenApiDocument document)
    {
        var content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
        if (body.WithFile)
        {
            var form = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" }, ["metadata"] = body.Schema.DeepClone() },
                ["required"] = body.FileAlone.IsEmpty ? new JsonArray("file", "metadata") : new JsonArray("file"),
            };
            content["multipart/form-data"] = new OpenApiMediaType { Schema = Parsed(form, document) };
        }

        foreach (var alone in body.FileAlone)
            content[alone] = new OpenApiMediaType { Schema = Parsed(new JsonObject { ["type"] = "string", ["format"] = "binary" }, document) };
        if (!body.FileRequired)
            content["application/json"] = new OpenApiMediaType { Schema = Parsed(body.Schema, document) };
        return new OpenApiRequestBody { Required = true, Content = content };
    }

    private static OpenApiSchema Parsed(JsonObject schema, OpenApiDocument document)
    {
        var parsed = OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out var diagnostic);
        return parsed is not null && diagnostic.Errors.Count == 0
            ? parsed
            : throw new InvalidOperationException($"This is no schema: {diagnostic.Errors.FirstOrDefault()?.Message}");
    }
}
