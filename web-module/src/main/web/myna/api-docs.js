// The description of REST, to be read and tried out. What is typed in to prove who it is stays in this page, until it is closed.
globalThis.SwaggerUIBundle({
    url: "/openapi",
    domNode: document.querySelector("#docs"),
    // No other server is asked about it.
    validatorUrl: null,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
});
